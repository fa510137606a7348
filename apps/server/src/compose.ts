import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { type Context, createContext, serviceActor } from "./context.ts";
import { hasRootKey, readDeployment } from "./deployment.ts";
import { errorFacts } from "./error-facts.ts";
import { buildApp } from "./http/app.ts";
import { idempotencySchedules } from "./http/idempotency.ts";
import { openDiskBlobs } from "./platform/blobs/disk-blobs.ts";
import { makeId } from "./platform/ids.ts";
import { graphileJobs } from "./platform/jobs/graphile-jobs.ts";
import { createAccountKeys } from "./platform/keys/account-keys.ts";
import { rootKeysFromEnvironment } from "./platform/keys/root-key-environment.ts";
import { openRootKeyFile } from "./platform/keys/root-key-file.ts";
import { fileLogSigner } from "./platform/log/log-signer.ts";
import { folderMailer } from "./platform/mail/folder-mailer.ts";
import { smtpMailer } from "./platform/mail/smtp-mailer.ts";
import { type Database, openDatabase } from "./platform/postgres/database.ts";
import { createSandbox } from "./platform/sandbox/index.ts";
import { openSignIn } from "./platform/sign-in/sign-in.ts";
import type { Ports } from "./ports.ts";
import { checkLogAtStart, ensureServiceChain, serviceAccountId, startSequencing } from "./rooms/audit/index.ts";
import { jobs, resolveActor, routes, schedules } from "./rooms.ts";
import type { Settings } from "./settings.ts";

/** What tests put in place of the real thing: clock, ids, mail, a cloned database, blobs in memory. */
export type Replacements = Partial<Pick<Ports, "database" | "blobs" | "mail" | "now" | "newId" | "sandbox" | "log">>;

export interface House {
  ports: Ports;
  app: FastifyInstance;
  /** A context that acts for the service. */
  service(): Context;
  /** Where a root key was made on this start; it must be backed up. */
  newRootKey: string | undefined;
  /** Background work: the log's sequencer and the jobs. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Composition root: picks an adapter for every port, opens them, builds the rooms behind the edge. */
export async function compose(settings: Settings, replaced: Replacements = {}): Promise<House> {
  const opened = await openPorts(settings, replaced);
  try {
    return await composeOver(opened);
  } catch (error) {
    // A start that is refused leaves no database running behind it, and the process ends.
    await opened.ports.sandbox.close();
    await opened.ports.database.close();
    throw error;
  }
}

type Opened = Awaited<ReturnType<typeof openPorts>>;

async function composeOver({ ports, newRootKey }: Opened): Promise<House> {
  const service = () => createContext({ actor: serviceActor, ports });
  await service().house((tx) => ensureServiceChain(service(), tx, serviceAccountId));
  await checkLogAtStart(service());
  const app = await buildApp({ ports, routes, resolveActor: resolveActor(ports), ...webRoot() });
  let sequencing: { stop(): Promise<void> } | undefined;
  return {
    ports,
    app,
    service,
    newRootKey,
    async start() {
      sequencing = startSequencing(service);
      await ports.jobs.start({ jobs, schedules: [...schedules, ...idempotencySchedules], context: service });
    },
    async close() {
      await app.close();
      await ports.jobs.stop();
      await sequencing?.stop();
      await ports.sandbox.close();
      await ports.database.close();
    },
  };
}

/** Every port, opened; the command line uses it without a web server. */
export async function openPorts(
  settings: Settings,
  replaced: Replacements = {},
  open: typeof openDatabase = openDatabase,
): Promise<{ ports: Ports; newRootKey: string | undefined }> {
  const dataDir = resolve(settings.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const log =
    replaced.log ??
    pino({
      level: settings.logLevel,
      redact: ["req.headers.cookie", "req.headers.authorization"],
      serializers: { error: errorFacts, err: errorFacts },
    });
  const database = replaced.database ?? (await open(databaseOptions(settings, dataDir, log)));
  try {
    const { keys, newRootKey } = await openKeys(settings, dataDir, database);
    const deployment = await readDeployment(database, keys);
    const now = replaced.now ?? (() => new Date());
    const newId = replaced.newId ?? (() => makeId(now()));
    const ports: Ports = {
      settings,
      log,
      database,
      keys,
      accountKeys: createAccountKeys(keys, { max: 2000, ttlMs: 60_000, now: () => new Date() }),
      signIn: await openSignIn({ database, keys, publicUrl: settings.publicUrl, log, newId }),
      blobs: replaced.blobs ?? (await openDiskBlobs(join(dataDir, "blobs"))),
      mail: replaced.mail ?? openMail(settings, dataDir, now),
      jobs: graphileJobs({ pool: database.pools.jobs, log, alone: settings.databaseUrl === undefined }),
      sandbox: replaced.sandbox ?? createSandbox({ childPath: besideBundle("sandbox.mjs"), hiddenFolders: [dataDir] }),
      logSigner: await fileLogSigner(keys, deployment.logOrigin, join(dataDir, "log", "checkpoint")),
      now,
      newId,
    };
    return { ports, newRootKey };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openKeys(settings: Settings, dataDir: string, database: Database) {
  if (settings.rootKey !== undefined) return { keys: rootKeysFromEnvironment(settings.rootKey), newRootKey: undefined };
  const file = settings.rootKeyFile ?? join(dataDir, "keys", "root.key");
  const { keys, path, created } = await openRootKeyFile({ path: file, create: !(await hasRootKey(database)) });
  return { keys, newRootKey: created ? path : undefined };
}

function databaseOptions(settings: Settings, dataDir: string, log: Ports["log"]) {
  return {
    databaseUrl: settings.databaseUrl,
    roleUrls: {
      owner: settings.databaseUrlOwner,
      app: settings.databaseUrlApp,
      auth: settings.databaseUrlAuth,
      jobs: settings.databaseUrlJobs,
    },
    dataDir,
    log,
  };
}

function openMail(settings: Settings, dataDir: string, now: () => Date): Ports["mail"] {
  if (settings.smtpUrl !== undefined) return smtpMailer({ url: settings.smtpUrl, from: settings.mailFrom, now });
  return folderMailer({ folder: join(dataDir, "mail"), from: settings.mailFrom, now });
}

/** From the bundle the folder is dist/; from source the built files are looked for in the same place. */
function besideBundle(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, name);
  return existsSync(bundled) ? bundled : resolve(here, "../../../dist", name);
}

function webRoot(): { webRoot?: string } {
  const root = besideBundle("web");
  return existsSync(join(root, "index.html")) ? { webRoot: root } : {};
}
