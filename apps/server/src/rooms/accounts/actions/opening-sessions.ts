import type { Context } from "../../../context.ts";
import { deviceName } from "../../../platform/sign-in/devices.ts";
import type { NewSession, SessionScope } from "../../../platform/sign-in/scope.ts";
import type { SignInUser } from "../../../platform/sign-in/users.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import { runSignedInErrands } from "../signed-in.ts";
import { asPerson } from "./as-person.ts";
import { mailPerson } from "./mail-people.ts";

/** A signed-in person: the answer's body and the cookies that go with it. */
export interface SignedInPerson {
  body: { twoFactorRedirect?: boolean; user?: { id: string; email: string } };
  cookies: string[];
}

/** As it stands in a sentence: "signed in on Firefox on Linux", "signed in on a program". */
export const deviceLabel = (ctx: Context) => ({ device: deviceName(ctx.client.userAgent).replace(/^A /, "a ") });

const newSession = (ctx: Context, facts: Pick<NewSession, "secondFactor" | "pending">): NewSession => ({
  ...facts,
  at: ctx.now(),
  userAgent: ctx.client.userAgent.slice(0, 512),
});

/** Headers for the library: our cookies and nothing a client could claim about itself beyond its name. */
export const libraryHeaders = (ctx: Context, cookie: string | undefined): Headers =>
  new Headers({ cookie: cookie ?? "", "user-agent": ctx.client.userAgent.slice(0, 512) });

/** A password step that waits for the second factor. Its entry says no more than that. */
export function passwordAccepted(ctx: Context, user: SignInUser, verified: SessionScope["verified"]): SessionScope {
  return {
    ...(verified ? { verified } : {}),
    async beforeSession() {
      const person = asPerson(ctx, user.id, user.kind ?? "locum");
      const entry = { accountId: user.id, act: "password-accepted", label: deviceLabel(ctx) } as const;
      await person.transaction((tx) => append(person, tx, [entry]));
      return newSession(ctx, { secondFactor: false, pending: true });
    },
  };
}

/** A session. Its entry, and the mail about a new device, are committed first. */
export async function recordSignIn(
  ctx: Context,
  user: SignInUser,
  facts: { secondFactor: boolean; knownDevice: boolean; before?: readonly NewEntry[] },
): Promise<NewSession> {
  const person = asPerson(ctx, user.id, user.kind ?? "locum");
  await person.transaction(async (tx) => {
    const first = await store.noteFirstSignIn(tx, user.id, ctx.now());
    if (!first && !facts.knownDevice) await mailPerson(person, tx, user.id, "new-device");
    const entry: NewEntry = { accountId: user.id, act: "signed-in", label: deviceLabel(ctx) };
    await append(person, tx, [...(facts.before ?? []), entry]);
  });
  return newSession(ctx, { secondFactor: facts.secondFactor, pending: false });
}

/** After the session: the errands of other rooms, and the cookie that knows this device again. */
export async function welcome(
  ctx: Context,
  user: SignInUser,
  cookie: string | undefined,
  cookies: readonly string[],
): Promise<SignedInPerson> {
  const { devices } = ctx.ports.signIn;
  await runSignedInErrands(asPerson(ctx, user.id, user.kind ?? "locum"), { id: user.id, email: user.email });
  return {
    body: { user: { id: user.id, email: user.email } },
    cookies: [...cookies, devices.mark(devices.read(cookie), user.id)],
  };
}

/** A session that takes the place of the one that asks, after its second factor was proved. */
export const replacingSession = (ctx: Context): SessionScope => ({
  beforeSession: async () => newSession(ctx, { secondFactor: true, pending: false }),
});
