import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { callLibrary, noSession } from "../../../platform/sign-in/library-calls.ts";
import type { SessionScope } from "../../../platform/sign-in/scope.ts";
import { append } from "../../audit/index.ts";
import { countGuess } from "./guessing.ts";
import { mailPerson } from "./mail-people.ts";
import { libraryHeaders } from "./opening-sessions.ts";
import { requireProvedFactor } from "./proved-factor.ts";

interface WithPassword {
  password: string;
  cookie: string | undefined;
}

/** Makes a secret for an authenticator app and ten recovery codes. Nothing is on before a code of the app was typed. */
export async function setUpSecondFactor(
  ctx: Context,
  { password, cookie }: WithPassword,
): Promise<{ totpURI: string; backupCodes: string[] }> {
  const scope = await checkOwnPassword(ctx, password);
  const headers = libraryHeaders(ctx, cookie);
  const { body } = await callLibrary(scope, () =>
    ctx.ports.signIn.library.api.enableTwoFactor({ body: { password, method: "totp" }, headers, returnHeaders: true }),
  );
  if (body.method !== "totp") throw new Error("The sign-in library set up another second factor");
  return { totpURI: body.totpURI, backupCodes: body.backupCodes };
}

/** New recovery codes; the old ones stop working. */
export async function makeRecoveryCodes(
  ctx: Context,
  { password, cookie }: WithPassword,
): Promise<{ backupCodes: string[] }> {
  const id = own(ctx);
  await requireProvedFactor(ctx);
  const scope = await checkOwnPassword(ctx, password);
  if (!(await ctx.ports.signIn.secondFactors.isOn(id))) {
    refuse("conflict", { detail: "The second factor is off. Turn it on first." });
  }
  await ctx.transaction((tx) => append(ctx, tx, [{ accountId: id, act: "recovery-codes-made" }]));
  const headers = libraryHeaders(ctx, cookie);
  const { body } = await callLibrary(scope, () =>
    ctx.ports.signIn.library.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  );
  return { backupCodes: body.backupCodes };
}

/** Off, for every device: what needs a second factor no longer opens on any of them. */
export async function turnOffSecondFactor(ctx: Context, { password }: WithPassword): Promise<void> {
  const id = own(ctx);
  const { secondFactors } = ctx.ports.signIn;
  await requireProvedFactor(ctx);
  await checkOwnPassword(ctx, password);
  if (!(await secondFactors.isOn(id))) return;
  await ctx.transaction(async (tx) => {
    await mailPerson(ctx, tx, id, "sign-in-changed");
    await append(ctx, tx, [{ accountId: id, act: "second-factor-turned-off" }]);
  });
  await secondFactors.remove(id, ctx.now());
}

/** The password typed again by whoever is signed in: a borrowed unlocked phone changes nothing about signing in. */
export async function checkOwnPassword(ctx: Context, password: string, field = "password"): Promise<SessionScope> {
  const { passwords, users } = ctx.ports.signIn;
  const id = own(ctx);
  const hash = (await users.byId(id))?.passwordHash;
  const guess = await countGuess(ctx, {
    what: "own password",
    subject: id,
    knownDevice: ctx.actor.sessionId ?? undefined,
  });
  if (!hash || !(await passwords.verify(hash, password))) {
    const message = "That is not the password of this account";
    refuse("bad-input", { detail: `${message}. Type it again.`, errors: [{ field, message }] });
  }
  await guess.succeeded();
  return { ...noSession(), verified: { hash, password } };
}
