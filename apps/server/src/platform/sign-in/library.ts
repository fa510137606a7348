import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type pg from "pg";
import type { Logger } from "pino";
import type { CookieRules } from "./cookies.ts";
import type { Passwords } from "./passwords.ts";
import { currentScope, type SessionScope } from "./scope.ts";

/** Nothing of a person but the address stands in the library's tables; the name is sealed under their account's key. */
export const nameInLibrary = "-";
export const sessionDays = 90;

interface LibraryOptions {
  publicUrl: string;
  rules: CookieRules;
  secret: string;
  pool: pg.Pool;
  passwords: Passwords;
  log: Logger;
  newId: () => string;
}

/**
 * The sign-in library, for credentials only. It is called in process and never routed to: our routes are the allow-list.
 * Cookies, ids, hashing and the sessions' meaning come from us.
 */
export function makeLibrary({ publicUrl, rules, secret, pool, passwords, log, newId }: LibraryOptions) {
  return betterAuth({
    appName: "Locum Passport",
    baseURL: publicUrl,
    basePath: "/api/auth",
    // As a list, so that nothing in the environment can take its place.
    secrets: [{ version: 1, value: secret }],
    database: pool,
    telemetry: { enabled: false },
    logger: {
      // What it calls an error is mostly a person's mistake, and its lines hold addresses: none reaches our log.
      log: (level) => log.debug({ level }, "The sign-in library said something"),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: {
        hash: (password) => passwords.hash(password),
        verify: async ({ hash, password }) => {
          const known = currentScope()?.verified;
          if (known !== undefined && known.hash === hash && known.password === password) return true;
          return passwords.verify(hash, password);
        },
      },
    },
    session: {
      expiresIn: sessionDays * 24 * 3600,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        secondFactor: { type: "boolean", required: true, input: false, defaultValue: false },
        pending: { type: "boolean", required: true, input: false, defaultValue: false },
      },
    },
    verification: { storeIdentifier: "hashed" },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: rules.prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: rules.secure, httpOnly: true, sameSite: "lax", path: "/" },
      // Addresses come from the edge, which knows whose word to take; a session keeps none.
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const scope = currentScope();
            if (!scope) throw new Error("A session may only be made where its entry is written first");
            const { at, ...facts } = await told(scope, () => scope.beforeSession(session.userId));
            return { data: { ...session, ...facts, createdAt: at, updatedAt: at } };
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: "Locum Passport",
        twoFactorCookieMaxAge: 600,
        // Ours know the owner's own device; the library's would let a guesser lock the owner out.
        accountLockout: { enabled: false },
        backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: "encrypted" },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: "Locum Passport",
        origin: new URL(publicUrl).origin,
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        advanced: { webAuthnChallengeCookie: "passkey" },
        registration: {
          afterVerification: async () => {
            const scope = currentScope();
            if (!scope?.beforePasskey) throw new Error("A passkey may only be kept where its entry is written first");
            await told(scope, scope.beforePasskey);
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            const scope = currentScope();
            if (scope) scope.userVerified = verification.authenticationInfo.userVerified;
          },
        },
      }),
    ],
  });
}

/** Keeps what our own step threw: the library would tell it as something else. */
async function told<T>(scope: SessionScope, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    scope.failure = error;
    throw error;
  }
}

export type Library = ReturnType<typeof makeLibrary>;
export { APIError };
