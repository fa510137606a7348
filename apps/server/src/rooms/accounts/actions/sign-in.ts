import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { callLibrary } from "../../../platform/sign-in/library-calls.ts";
import type { SignInUser } from "../../../platform/sign-in/users.ts";
import { append } from "../../audit/index.ts";
import { firstInSpan } from "../attempts.store.ts";
import * as signUps from "../sign-ups.store.ts";
import { finishSignUp } from "./confirm-address.ts";
import { countGuess } from "./guessing.ts";
import { libraryHeaders, passwordAccepted, recordSignIn, type SignedInPerson, welcome } from "./opening-sessions.ts";
import { emailDigest } from "./people.ts";
import { finishDueRecovery } from "./recovery-end.ts";

export interface Credentials {
  email: string;
  password: string;
  cookie: string | undefined;
}

/** Signs in by password, or takes the first of two steps. */
export async function signInByPassword(ctx: Context, input: Credentials): Promise<SignedInPerson> {
  const checked = await checkCredentials(ctx, input);
  const secondFactorOn = checked.secondFactorOn && !(await finishDueRecovery(ctx, checked.id));
  const user = { ...checked, secondFactorOn };
  const { signIn } = ctx.ports;
  const verified = { hash: user.passwordHash ?? "", password: input.password };
  const knownDevice = signIn.devices.knows(signIn.devices.read(input.cookie), user.id);
  const scope = secondFactorOn
    ? passwordAccepted(ctx, user, verified)
    : { verified, beforeSession: () => recordSignIn(ctx, user, { secondFactor: false, knownDevice }) };
  const headers = libraryHeaders(ctx, signIn.sessions.withoutSession(input.cookie));
  const body = { email: user.email, password: input.password };
  const { cookies } = await callLibrary(scope, () =>
    signIn.library.api.signInEmail({ body, headers, returnHeaders: true }),
  );
  if (secondFactorOn) return { body: { twoFactorRedirect: true }, cookies };
  return welcome(ctx, user, input.cookie, cookies);
}

/**
 * The person behind an address and a password. An address without an account costs the same time and gives the same
 * answer as a wrong password; one that waits for confirmation says so to whoever has its password.
 */
export async function checkCredentials(ctx: Context, input: Credentials): Promise<SignInUser> {
  const { signIn } = ctx.ports;
  const digest = emailDigest(ctx, input.email);
  const [user, waiting] = await Promise.all([
    signIn.users.byEmail(input.email),
    ctx.house((tx) => signUps.findNewestWaiting(tx, digest, ctx.now())),
  ]);
  const device = signIn.devices.read(input.cookie);
  const knownDevice = user && signIn.devices.knows(device, user.id) ? device?.id : undefined;
  const guess = await countGuess(ctx, { what: "password", subject: digest.toString("hex"), knownDevice });
  const hash = user?.passwordHash ?? waiting?.password_hash;
  const right = await (hash
    ? signIn.passwords.verify(hash, input.password)
    : signIn.passwords.verifyNothing(input.password));
  if (!right) {
    await noteRefusal(ctx, user?.id);
    refuse("wrong-credentials");
  }
  await guess.succeeded();
  if (user) return user.kind === null ? refuse("wrong-credentials") : user;
  // A crash between the account and its user: the rest is made now.
  if (waiting?.claimed_at) await finishSignUp(ctx, waiting);
  const finished = waiting?.claimed_at ? await signIn.users.byEmail(input.email) : undefined;
  return finished ?? refuse("address-not-confirmed");
}

const refusalSpanMs = 10 * 60_000;

/** The same work for an address without an account; the entry is written by the job, so that time tells nothing either. */
export async function noteRefusal(ctx: Context, personId: string | undefined): Promise<void> {
  await ctx.transaction((tx) =>
    ctx.ports.jobs.add(
      tx,
      "note-refused-sign-in",
      { personId: personId ?? null },
      { key: `refused-sign-in:${personId ?? ctx.newId()}` },
    ),
  );
}

/** One entry in ten minutes an account, so that a guesser cannot fill its log. */
export async function writeRefusal(ctx: Context, { personId }: JobPayload): Promise<void> {
  if (typeof personId !== "string") return;
  const bucket = ctx.ports.signIn.digest("refusal told", personId);
  await ctx.house(async (tx) => {
    if (!(await firstInSpan(tx, bucket, ctx.now(), refusalSpanMs))) return;
    await append(ctx, tx, [{ accountId: personId, act: "sign-in-refused", purpose: "security", result: "refused" }]);
  });
}
