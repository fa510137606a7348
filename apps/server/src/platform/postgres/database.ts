import type pg from "pg";
import { DirectConnection } from "./direct-connection.ts";
import { joinEmbedded } from "./embedded/join.ts";
import { type EmbeddedPostgres, startEmbedded } from "./embedded/postgres.ts";
import { DatabaseStartError } from "./errors.ts";
import { embeddedLogins, ensureEmbeddedDatabase, externalLogins, type Logins, type RoleUrls } from "./logins.ts";
import { readMigrations } from "./migrations.ts";
import { clientConfig, type DatabaseLog, makePool } from "./pools.ts";
import { readyDatabase } from "./ready.ts";
import { runTransaction, type Tx } from "./transactions.ts";

export {
  DatabaseStartError,
  DatabaseUnavailable,
  TransactionConflict,
  UniqueViolation,
  ValueNotHeld,
} from "./errors.ts";
export type { DatabaseLog } from "./pools.ts";
export { preparedStatement, type Tables, type Tx } from "./transactions.ts";

/** Who acts in a transaction: what row-level security policies look at. Ids are the database's own, never from a request. */
export interface DatabaseActor {
  accountId: string | null;
  kind: "nobody" | "locum" | "agency" | "staff" | "service" | "operator";
  personId: string | null;
  agencyId: string | null;
}

export interface Database {
  /** One transaction as one actor: commits when `run` resolves, rolls back when it throws. The actor is gone after it. */
  transaction<T>(actor: DatabaseActor, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** For libraries that bring their own SQL. `app` acts for nobody outside `transaction` and sees no personal row. */
  pools: { app: pg.Pool; auth: pg.Pool; jobs: pg.Pool };
  /** Calls back for each NOTIFY, and once with "" after a lost connection came back. Resolves to the way to stop. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Absent: PostgreSQL is run embedded, in `dataDir`. It must be a direct connection (or a pooler's session mode). */
  databaseUrl?: string | undefined;
  roleUrls?: RoleUrls | undefined;
  dataDir: string;
  log: DatabaseLog;
}

/** For the command line: the running server's database where there is one, else its own start of it. */
export async function openOrJoinDatabase(options: DatabaseOptions): Promise<Database> {
  try {
    return await openDatabase(options);
  } catch (error) {
    const inUse = error instanceof DatabaseStartError && error.code === "data-folder-in-use";
    const running = inUse ? await joinEmbedded(options.dataDir) : undefined;
    if (!running) throw error;
    const logins = embeddedLogins(running);
    return serve(logins, options.log, new DirectConnection(clientConfig(logins.roles, "app"), options.log));
  }
}

/** Opens the database, brought up to date and looked at. Rejects with DatabaseStartError. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    return openWith(externalLogins(options.databaseUrl, options.roleUrls), options.log);
  }
  const server = await startEmbedded(options);
  try {
    const logins = embeddedLogins(server);
    await ensureEmbeddedDatabase(logins.setup);
    return await openWith(logins, options.log, server);
  } catch (error) {
    // Another server may be at work in a database that was taken over: then it is not ours to stop.
    const inUse = error instanceof DatabaseStartError && error.code === "data-folder-in-use";
    await (inUse ? server.leave() : server.stop());
    throw error;
  }
}

async function openWith(logins: Logins, log: DatabaseLog, server?: EmbeddedPostgres): Promise<Database> {
  await readyDatabase(logins, await readMigrations(), log);
  const direct = new DirectConnection(clientConfig(logins.roles, "app"), log, server ? holdFolder : undefined);
  if (server) await direct.connect();
  return serve(logins, log, direct, server);
}

/** A database that is known to be ready, such as a test's clone of one. */
export function serve(logins: Logins, log: DatabaseLog, direct: DirectConnection, server?: EmbeddedPostgres): Database {
  const pools = {
    app: makePool(logins.roles, "app", log),
    auth: makePool(logins.roles, "auth", log),
    jobs: makePool(logins.roles, "jobs", log),
  };
  let closing: Promise<void> | undefined;
  return {
    transaction: (actor, run) => runTransaction(pools.app, actor, run),
    pools,
    listen: (channel, onNotify) => direct.listen(channel, onNotify),
    close: () => {
      closing ??= (async () => {
        await direct.close();
        await Promise.all(Object.values(pools).map((pool) => pool.end()));
        await server?.stop();
      })();
      return closing;
    },
  };
}

/** The second lock of an embedded data folder, where the first one, a file, cannot be trusted: the database itself keeps it. */
async function holdFolder(client: pg.Client): Promise<void> {
  // A killed server's connection may need a moment to be seen as gone.
  await client.query("SET lock_timeout = '5s'");
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('locum-passport data folder'))");
  } catch (error) {
    throw new DatabaseStartError(
      "data-folder-in-use",
      "Another Locum Passport uses this data folder. Stop it first, or set DATA_DIR to another folder.",
      { cause: error },
    );
  }
}
