import type { KeyWrapper } from "@locum-passport/envelope";
import type { Logger } from "pino";
import type { BlobStore } from "./platform/blobs/blobs.ts";
import type { Jobs } from "./platform/jobs/jobs.ts";
import type { AccountKeys } from "./platform/keys/account-keys.ts";
import type { LogSigner } from "./platform/log/log-signer.ts";
import type { Mailer } from "./platform/mail/mailer.ts";
import type { Database } from "./platform/postgres/database.ts";
import type { Sandbox } from "./platform/sandbox/index.ts";
import type { SignIn } from "./platform/sign-in/sign-in.ts";
import type { Settings } from "./settings.ts";

/** Everything outside the rooms that an action may use. `compose.ts` alone picks what stands behind each. */
export interface Ports {
  settings: Settings;
  log: Logger;
  database: Database;
  blobs: BlobStore;
  keys: KeyWrapper;
  accountKeys: AccountKeys;
  signIn: SignIn;
  mail: Mailer;
  jobs: Jobs;
  sandbox: Sandbox;
  logSigner: LogSigner;
  now(): Date;
  newId(): string;
}
