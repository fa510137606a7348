import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { append } from "../../audit/index.ts";
import { linkTo } from "../accounts.links.ts";
import { passwordFault } from "../passwords.model.ts";
import { asPerson } from "./as-person.ts";
import { countCost } from "./guessing.ts";
import { mailPerson, sendNow } from "./mail-people.ts";
import { emailDigest } from "./people.ts";
import { requireProvedFactor } from "./proved-factor.ts";
import { checkOwnPassword } from "./second-factor.ts";

const linkLastsMs = 3_600_000;

/** The same for every address. What there is to do for one that has an account, the job does. */
export async function askForPasswordReset(ctx: Context, email: string): Promise<void> {
  await countCost(ctx, "mails", "password reset", emailDigest(ctx, email).toString("hex"));
  const user = await ctx.ports.signIn.users.byEmail(email);
  await ctx.transaction((tx) => ctx.ports.jobs.add(tx, "send-password-link", { personId: user?.id ?? null }));
}

export async function sendPasswordLink(ctx: Context, { personId }: JobPayload): Promise<void> {
  const { links, users } = ctx.ports.signIn;
  const user = typeof personId === "string" ? await users.byId(personId) : undefined;
  if (!user || user.kind === null) return;
  await ctx.house((tx) => append(ctx, tx, [{ accountId: user.id, act: "password-reset-asked", purpose: "security" }]));
  const token = await links.create(user.id, ctx.now(), new Date(ctx.now().getTime() + linkLastsMs));
  await sendNow(ctx, user.email, "reset-password", { link: linkTo.newPassword(ctx.ports.settings.publicUrl, token) });
}

/** A new password by the link in the mail. It signs out every device, and passes no second factor. */
export async function resetPassword(ctx: Context, input: { token: string; newPassword: string }): Promise<void> {
  const { links, passwords, secondFactors, sessions, users } = ctx.ports.signIn;
  const personId = (await links.personOf(input.token, ctx.now())) ?? refuse("link-expired");
  const user = (await users.byId(personId)) ?? refuse("link-expired");
  requireGoodPassword(input.newPassword, user.email);
  const hash = await passwords.hash(input.newPassword);
  if (!(await links.consume(input.token, ctx.now()))) refuse("link-expired");
  const person = asPerson(ctx, user.id, user.kind ?? "locum");
  await person.transaction(async (tx) => {
    await mailPerson(person, tx, user.id, "sign-in-changed");
    await append(person, tx, [{ accountId: user.id, act: "password-reset" }]);
  });
  await users.setPassword(user.id, hash, ctx.now());
  await secondFactors.forgetChallenges(user.id);
  await sessions.endAll(user.id);
}

/** A new password by the old one. Signs out every other device. */
export async function changePassword(
  ctx: Context,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { passwords, secondFactors, sessions, users } = ctx.ports.signIn;
  const id = own(ctx);
  await requireProvedFactor(ctx);
  const user = (await users.byId(id)) ?? refuse("not-signed-in");
  requireGoodPassword(input.newPassword, user.email);
  await checkOwnPassword(ctx, input.currentPassword, "currentPassword");
  const hash = await passwords.hash(input.newPassword);
  await ctx.transaction(async (tx) => {
    await mailPerson(ctx, tx, id, "sign-in-changed");
    await append(ctx, tx, [{ accountId: id, act: "password-changed" }]);
  });
  await users.setPassword(id, hash, ctx.now());
  await secondFactors.forgetChallenges(id);
  await sessions.endAll(id, ctx.actor.sessionId);
}

function requireGoodPassword(password: string, email: string): void {
  const fault = passwordFault(password, email);
  if (fault !== undefined) refuse("bad-input", { errors: [{ field: "newPassword", message: fault }] });
}
