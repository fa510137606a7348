import { type Context, own } from "../../../context.ts";
import { Refusal, refuse } from "../../../failure.ts";
import { callLibrary } from "../../../platform/sign-in/library-calls.ts";
import type { SignInUser } from "../../../platform/sign-in/users.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { countGuess } from "./guessing.ts";
import { mailPerson } from "./mail-people.ts";
import { libraryHeaders, recordSignIn, replacingSession, type SignedInPerson, welcome } from "./opening-sessions.ts";
import { noteRefusal } from "./sign-in.ts";

interface TypedCode {
  code: string;
  cookie: string | undefined;
}

/** The code of the app: ends a sign-in, or turns the second factor on for whoever is signed in. */
export async function verifyTimeCode(ctx: Context, input: TypedCode): Promise<SignedInPerson> {
  return ctx.actor.personId === null ? signInByTimeCode(ctx, input) : proveTimeCode(ctx, input);
}

async function signInByTimeCode(ctx: Context, { code, cookie }: TypedCode): Promise<SignedInPerson> {
  const { user, knownDevice, succeeded } = await halfSignedIn(ctx, cookie);
  const { library, secondFactors, sessions } = ctx.ports.signIn;
  if (!(await secondFactors.takeTimeCode(user.id, code))) {
    await noteRefusal(ctx, user.id);
    refuse("wrong-code");
  }
  await succeeded();
  const headers = libraryHeaders(ctx, sessions.withoutSession(cookie));
  const { cookies } = await callLibrary(
    { beforeSession: () => recordSignIn(ctx, user, { secondFactor: true, knownDevice }) },
    () => library.api.verifyTOTP({ body: { code: code.replace(/\s/g, "") }, headers, returnHeaders: true }),
  );
  return welcome(ctx, user, cookie, cookies);
}

/** Ends a sign-in with one of the recovery codes; the library strikes it off before there is a session. */
export async function verifyRecoveryCode(ctx: Context, { code, cookie }: TypedCode): Promise<SignedInPerson> {
  const { user, knownDevice, succeeded } = await halfSignedIn(ctx, cookie);
  const { library, sessions } = ctx.ports.signIn;
  const headers = libraryHeaders(ctx, sessions.withoutSession(cookie));
  const before: NewEntry[] = [{ accountId: user.id, act: "recovery-code-used" }];
  const { cookies } = await callLibrary(
    { beforeSession: () => recordSignIn(ctx, user, { secondFactor: true, knownDevice, before }) },
    () => library.api.verifyBackupCode({ body: { code: code.trim() }, headers, returnHeaders: true }),
  ).catch(async (error: unknown) => {
    await noteRefusal(ctx, user.id);
    throw await afterRace(ctx, user.id, code.trim(), error);
  });
  await succeeded();
  return welcome(ctx, user, cookie, cookies);
}

/** Two took a recovery code at one moment, and this one lost: was it the same code, or does this one still count? */
async function afterRace(ctx: Context, personId: string, code: string, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== "conflict") return error;
  const left = await ctx.ports.signIn.secondFactors.recoveryCodes(personId);
  if (!left.includes(code)) return new Refusal("wrong-code", { cause: error });
  const detail = "Another recovery code was used at this moment; this one still counts. Sign in again, then type it.";
  return new Refusal("conflict", { detail, cause: error });
}

async function halfSignedIn(ctx: Context, cookie: string | undefined) {
  const { signIn } = ctx.ports;
  const id = await signIn.secondFactors.challenged(cookie);
  const user: SignInUser | undefined = id === undefined ? undefined : await signIn.users.byId(id);
  if (!user) {
    refuse("not-signed-in", {
      detail: "The password step has run out. Sign in with the password again, then type the code.",
    });
  }
  const device = signIn.devices.read(cookie);
  const knownDevice = signIn.devices.knows(device, user.id);
  const guess = await countGuess(ctx, {
    what: "code",
    subject: user.id,
    knownDevice: knownDevice ? device?.id : undefined,
  });
  return { user, knownDevice, succeeded: guess.succeeded };
}

/** Signed in already: the first code turns the second factor on, a later one counts for this session. */
async function proveTimeCode(ctx: Context, { code, cookie }: TypedCode): Promise<SignedInPerson> {
  const { library, secondFactors, sessions, users } = ctx.ports.signIn;
  const id = own(ctx);
  const user = (await users.byId(id)) ?? refuse("not-signed-in");
  const guess = await countGuess(ctx, { what: "code", subject: id, knownDevice: ctx.actor.sessionId ?? undefined });
  if (!(await secondFactors.takeTimeCode(id, code))) refuse("wrong-code");
  await guess.succeeded();
  const body = { user: { id: user.id, email: user.email } };
  if (user.secondFactorOn) {
    await sessions.setSecondFactor(id, true, ctx.actor.sessionId);
    return { body, cookies: [] };
  }
  await ctx.transaction(async (tx) => {
    await mailPerson(ctx, tx, id, "sign-in-changed");
    await append(ctx, tx, [{ accountId: id, act: "second-factor-turned-on" }]);
  });
  const headers = libraryHeaders(ctx, cookie);
  const { cookies } = await callLibrary(replacingSession(ctx), () =>
    library.api.verifyTOTP({ body: { code: code.replace(/\s/g, "") }, headers, returnHeaders: true }),
  );
  return { body, cookies };
}
