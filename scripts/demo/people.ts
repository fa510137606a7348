import { TOTP, URI } from "otpauth";
import { Client } from "./client.ts";
import { findInMail } from "./mailbox.ts";

export interface Account {
  client: Client;
  name: string;
  email: string;
  password: string;
  /** For an authenticator app; absent without a second factor. */
  totpUri?: string;
  recoveryCodes?: string[];
}

interface TermsAnswer {
  licence: { version: string };
  privacy: { version: string };
  transferNotice: { version: string };
  agencyTerms: { version: string };
  healthNotice: { version: string };
  criminalRecordNotice: { version: string };
}

export interface Place {
  base: string;
  mailFolder: string;
}

export const terms = (client: Client) => client.get<TermsAnswer>("/api/terms");

/** Signs up, confirms by the six digits of the mail, signs in. */
export async function signUp(
  place: Place,
  person: { name: string; email: string; password: string },
): Promise<Account> {
  const client = new Client(place.base);
  const { licence, privacy } = await terms(client);
  await client.call("POST", "/api/auth/sign-up/email", {
    ...person,
    acceptedTerms: { licence: licence.version, privacy: privacy.version },
    over18: true,
  });
  const code = await findInMail(place.mailFolder, person.email, /^\s*(\d{6})\s*$/m);
  await client.call("POST", "/api/auth/confirm", { email: person.email, code });
  await client.call("POST", "/api/auth/sign-in/email", { email: person.email, password: person.password });
  return { client, ...person };
}

/** Turns on codes from an authenticator app, and proves the first one. */
export async function turnOnSecondFactor(account: Account): Promise<Account> {
  const { totpURI, backupCodes } = await account.client.call<{ totpURI: string; backupCodes: string[] }>(
    "POST",
    "/api/auth/two-factor/enable",
    { password: account.password },
  );
  const totp = URI.parse(totpURI);
  if (!(totp instanceof TOTP)) throw new Error("The second factor is not a time-based one");
  await account.client.call("POST", "/api/auth/two-factor/verify-totp", { code: totp.generate() });
  return { ...account, totpUri: totpURI, recoveryCodes: backupCodes };
}
