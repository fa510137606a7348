import type { UsePasskey } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { deviceName } from "../../../platform/sign-in/devices.ts";
import { callLibrary, noSession } from "../../../platform/sign-in/library-calls.ts";
import type { SessionScope } from "../../../platform/sign-in/scope.ts";
import { append } from "../../audit/index.ts";
import { mailPerson } from "./mail-people.ts";
import { libraryHeaders, recordSignIn, type SignedInPerson, welcome } from "./opening-sessions.ts";
import { requireProvedFactor } from "./proved-factor.ts";

interface WithCookie {
  cookie: string | undefined;
}
interface Registration extends WithCookie {
  response: Record<string, unknown>;
  name?: string | undefined;
}
interface Assertion extends WithCookie {
  response: z.output<typeof UsePasskey>["response"];
}
type Options = { body: Record<string, unknown> & { challenge: string }; cookies: string[] };

const freshMs = 3_600_000;

export async function passkeyOptionsForAdding(ctx: Context, { cookie }: WithCookie): Promise<Options> {
  await requireFreshSession(ctx);
  const { library } = ctx.ports.signIn;
  const headers = libraryHeaders(ctx, cookie);
  const { body, cookies } = await callLibrary(noSession(), () =>
    library.api.generatePasskeyRegistrationOptions({ query: {}, headers, returnHeaders: true }),
  );
  return { body: { ...body }, cookies };
}

/** Keeps a passkey; its entry is committed once it is verified and before it is kept. */
export async function addPasskey(
  ctx: Context,
  input: Registration,
): Promise<{ id: string; name: string; addedAt: string }> {
  await requireFreshSession(ctx);
  const id = own(ctx);
  const name = input.name ?? deviceName(ctx.client.userAgent);
  const scope: SessionScope = {
    ...noSession(),
    beforePasskey: () =>
      ctx.transaction(async (tx) => {
        await mailPerson(ctx, tx, id, "sign-in-changed");
        await append(ctx, tx, [{ accountId: id, act: "passkey-added", label: { title: name } }]);
      }),
  };
  const headers = libraryHeaders(ctx, input.cookie);
  const { body } = await callLibrary(scope, () =>
    ctx.ports.signIn.library.api.verifyPasskeyRegistration({
      body: { response: input.response, name },
      headers,
      returnHeaders: true,
    }),
  );
  return { id: body.id, name, addedAt: ctx.now().toISOString() };
}

export async function passkeyOptionsForSigningIn(ctx: Context, { cookie }: WithCookie): Promise<Options> {
  const { library, sessions } = ctx.ports.signIn;
  const headers = libraryHeaders(ctx, sessions.withoutSession(cookie));
  const { body, cookies } = await callLibrary(noSession(), () =>
    library.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
  );
  return { body: { ...body }, cookies };
}

/**
 * Signs in by passkey. One that checked who holds it (fingerprint, face or PIN) counts as both factors. One that did not
 * must not go around a second factor that is on.
 */
export async function signInByPasskey(ctx: Context, { response, cookie }: Assertion): Promise<SignedInPerson> {
  const { devices, library, sessions, users } = ctx.ports.signIn;
  const headers = libraryHeaders(ctx, sessions.withoutSession(cookie));
  let signedIn: Awaited<ReturnType<typeof users.byId>>;
  const scope: SessionScope = {
    async beforeSession(personId) {
      const user = await users.byId(personId);
      if (!user || user.kind === null) refuse("wrong-credentials");
      const verified = scope.userVerified === true;
      if (user.secondFactorOn && !verified) {
        refuse("second-factor-needed", {
          detail: "This passkey did not check who holds it. Sign in with your password and the code of your app.",
        });
      }
      signedIn = user;
      const knownDevice = devices.knows(devices.read(cookie), user.id);
      return recordSignIn(ctx, user, { secondFactor: verified, knownDevice });
    },
  };
  const { cookies } = await callLibrary(scope, () =>
    library.api.verifyPasskeyAuthentication({
      body: { response: assertionOf(response) },
      headers,
      returnHeaders: true,
    }),
  );
  if (!signedIn) throw new Error("The sign-in library made no session and said nothing");
  return welcome(ctx, signedIn, cookie, cookies);
}

export async function removePasskey(ctx: Context, passkeyId: string): Promise<void> {
  await requireProvedFactor(ctx);
  const { passkeys, users } = ctx.ports.signIn;
  const id = own(ctx);
  const mine = await passkeys.list(id);
  const one = mine.find((candidate) => candidate.id === passkeyId) ?? refuse("not-found");
  if (mine.length === 1 && (await users.byId(id))?.passwordHash === null) {
    refuse("conflict", { detail: "This is the last way to sign in. Set a password first." });
  }
  await ctx.transaction(async (tx) => {
    await mailPerson(ctx, tx, id, "sign-in-changed");
    await append(ctx, tx, [{ accountId: id, act: "passkey-removed", label: { title: one.name ?? "Passkey" } }]);
  });
  await passkeys.remove(id, passkeyId);
}

/** The attack: a session left open somewhere is turned into a way in for ever. */
async function requireFreshSession(ctx: Context): Promise<void> {
  await requireProvedFactor(ctx);
  const sessions = await ctx.ports.signIn.sessions.list(own(ctx));
  const session = sessions.find(({ id }) => id === ctx.actor.sessionId) ?? refuse("not-signed-in");
  if (ctx.now().getTime() - session.createdAt.getTime() > freshMs) refuse("sign-in-again");
}

function assertionOf(given: Assertion["response"]) {
  const { userHandle, ...response } = given.response;
  return {
    ...given,
    response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) },
    clientExtensionResults: {},
  };
}
