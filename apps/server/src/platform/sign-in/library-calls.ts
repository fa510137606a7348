import type { ErrorCode } from "@locum-passport/contract";
import { Refusal } from "../../failure.ts";
import { asDatabaseError } from "../postgres/errors.ts";
import { APIError } from "./library.ts";
import { type SessionScope, withSessionScope } from "./scope.ts";

export interface CallResult<T> {
  body: T;
  /** Set-Cookie lines the library wants set. */
  cookies: string[];
}

/** What the library refuses, in our words. Anything else it throws is a fault of ours. */
const known: Readonly<Record<string, { code: ErrorCode; detail?: string; field?: string }>> = {
  INVALID_PASSWORD: { code: "bad-input", field: "password", detail: "That is not the password of this account" },
  INVALID_TWO_FACTOR_COOKIE: {
    code: "not-signed-in",
    detail: "The password step has run out. Sign in with the password again, then type the code.",
  },
  INVALID_CODE: { code: "wrong-code" },
  INVALID_BACKUP_CODE: { code: "wrong-code" },
  TOTP_ALREADY_ENABLED: {
    code: "conflict",
    detail: "A second factor is on already. Turn it off first to set it up anew.",
  },
  TOTP_NOT_ENABLED: { code: "wrong-code", detail: "No second factor is set up. Start with Turn on." },
  TWO_FACTOR_NOT_ENABLED: { code: "conflict", detail: "The second factor is off. Turn it on first." },
  BACKUP_CODES_NOT_ENABLED: { code: "wrong-code" },
  CHALLENGE_NOT_FOUND: { code: "link-expired", detail: "This took too long. Start again with the passkey." },
  PASSKEY_NOT_FOUND: { code: "wrong-credentials", detail: "This passkey is not known here. Sign in another way." },
  AUTHENTICATION_FAILED: { code: "wrong-credentials", detail: "The passkey did not answer as it should. Try again." },
  FAILED_TO_VERIFY_REGISTRATION: {
    code: "bad-input",
    field: "response",
    detail: "The passkey did not answer as it should. Try again.",
  },
  PREVIOUSLY_REGISTERED: { code: "conflict", detail: "This passkey is here already." },
  UNAUTHORIZED: { code: "not-signed-in" },
};

/** Calls the library. Its refusals come out as ours; what our own hook threw comes out as it was thrown. */
export async function callLibrary<T>(
  scope: SessionScope,
  call: () => Promise<{ headers: Headers; response: T }>,
): Promise<CallResult<T>> {
  try {
    const { headers, response } = await withSessionScope(scope, call);
    return { body: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (scope.failure !== undefined) throw scope.failure;
    if (error instanceof APIError) throw refusalOf(error);
    throw asDatabaseError(error, "query");
  }
}

function refusalOf(error: APIError): Error {
  const refusal = known[error.body?.code ?? error.status] ?? byStatus(error.statusCode);
  if (!refusal) return error;
  return new Refusal(refusal.code, {
    cause: error,
    ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
    ...(refusal.field === undefined ? {} : { errors: [{ field: refusal.field, message: refusal.detail ?? "" }] }),
  });
}

/** What it refuses in a way not met before is still the person's to put right, and a fault of its own stays one of ours. */
function byStatus(status: number): (typeof known)[string] | undefined {
  if (status === 409) return { code: "conflict" };
  if (status >= 400 && status < 500) {
    return { code: "bad-input", detail: "This could not be done as it was sent. Start again from the first step." };
  }
  return undefined;
}

/** For calls that must not make a session: the library cannot. */
export const noSession = (): SessionScope => ({
  beforeSession: () => Promise.reject(new Error("This call makes no session")),
});
