import { createHmac } from "node:crypto";
import type { KeyWrapper } from "@locum-passport/envelope";
import type { Logger } from "pino";
import type { Database } from "../postgres/database.ts";
import { cookieRules } from "./cookies.ts";
import { makeDevices } from "./devices.ts";
import { makeLibrary } from "./library.ts";
import { makePasswordLinks } from "./links.ts";
import { makePasskeys } from "./passkeys.ts";
import { makePasswords, type Passwords } from "./passwords.ts";
import { makeSecondFactors } from "./second-factors.ts";
import { makeSessions } from "./sessions.ts";
import { makeUsers } from "./users.ts";

interface SignInOptions {
  database: Database;
  keys: KeyWrapper;
  publicUrl: string;
  log: Logger;
  newId: () => string;
  /** Cheaper hashing, for tests only. */
  passwords?: Passwords;
}

export type SignIn = Awaited<ReturnType<typeof openSignIn>>;

/** Credentials and sessions, kept in the schema `auth`. What they mean for a person and their log is the accounts room's. */
export async function openSignIn({
  database,
  keys,
  publicUrl,
  log,
  newId,
  passwords = makePasswords(),
}: SignInOptions) {
  const [secret, digestKey, deviceKey, sealingKey] = await Promise.all(
    ["sign-in", "sign-in digests", "sign-in devices", "sign-ups"].map((label) => keys.deriveSecret(label)),
  );
  if (!secret || !digestKey || !deviceKey || !sealingKey) throw new Error("The root key gave no secrets");
  const rules = cookieRules(publicUrl);
  const pool = database.pools.auth;
  const text = secret.toString("base64url");
  const library = makeLibrary({ publicUrl, rules, secret: text, pool, passwords, log, newId });
  return {
    library,
    passwords,
    /** Seals what waits for confirmation and has no account key yet. */
    sealingKey,
    /** Keyed digest: finds an address or a code again and tells a thief of the database nothing. */
    digest: (label: string, ...parts: readonly string[]): Buffer =>
      createHmac("sha256", digestKey)
        .update(JSON.stringify([label, ...parts]))
        .digest(),
    users: makeUsers(pool, newId),
    sessions: makeSessions(pool, rules, text, newId),
    devices: makeDevices(rules, deviceKey),
    links: makePasswordLinks(pool, newId),
    passkeys: makePasskeys(pool),
    secondFactors: makeSecondFactors(pool, rules, text, library),
  };
}
