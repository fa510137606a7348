import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from "kysely";
import pg from "pg";
import type { DatabaseActor } from "./database.ts";
import { asDatabaseError, type DatabaseUnavailable, isConnectionFault } from "./errors.ts";

/** No tables: each store names its own with `tx.withTables<RoomTables>()`. */
export type Tables = Record<never, never>;
export type Tx = Transaction<Tables>;

/** BEGIN and the actor in one round trip. Every value is quoted by the driver's own literal quoting. */
export function beginAs(actor: DatabaseActor): string {
  const set = (name: string, value: string | null) =>
    `set_config('app.${name}', ${pg.escapeLiteral(value ?? "")}, true)`;
  const settings = [
    set("account", actor.accountId),
    set("kind", actor.kind),
    set("person", actor.personId),
    set("agency", actor.agencyId),
  ];
  return `BEGIN; SELECT ${settings.join(", ")}`;
}

export async function runTransaction<T>(pool: pg.Pool, actor: DatabaseActor, run: (tx: Tx) => Promise<T>): Promise<T> {
  const driver = new TransactionDriver(pool, beginAs(actor));
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: () => {
        throw new Error("Transactions do not look into the catalogue");
      },
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return kysely.transaction().execute(run);
}

class TransactionConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  private ended = false;
  private broken: Error | undefined;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The attack: a query nobody awaited runs later on a pooled connection, inside another person's transaction.
    if (this.ended) throw new Error("This transaction has ended. A query was left running without await.");
    try {
      const result = await this.client.query(query.sql, [...query.parameters]);
      const changed = result.command === "SELECT" ? null : result.rowCount;
      return changed === null ? { rows: result.rows } : { rows: result.rows, numAffectedRows: BigInt(changed) };
    } catch (error) {
      throw this.told(error, "query");
    }
  }

  // biome-ignore lint/correctness/useYield: streaming is refused
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Rows are read in pages, not streamed");
  }

  async run(sql: string, stage: DatabaseUnavailable["stage"]): Promise<pg.QueryResult> {
    try {
      return await this.client.query(sql);
    } catch (error) {
      throw this.told(error, stage);
    }
  }

  end(): void {
    this.ended = true;
  }

  release(): void {
    this.ended = true;
    this.client.release(this.broken);
  }

  destroyOnRelease(error: Error): void {
    this.broken = error;
  }

  private told(error: unknown, stage: DatabaseUnavailable["stage"]): unknown {
    if (isConnectionFault(error) && error instanceof Error) this.broken = error;
    return asDatabaseError(error, stage);
  }
}

class TransactionDriver implements Driver {
  private readonly pool: pg.Pool;
  private readonly begin: string;

  constructor(pool: pg.Pool, begin: string) {
    this.pool = pool;
    this.begin = begin;
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<TransactionConnection> {
    try {
      return new TransactionConnection(await this.pool.connect());
    } catch (error) {
      throw asDatabaseError(error, "connect");
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).run(this.begin, "connect");
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).end();
    const result = await own(connection).run("COMMIT", "commit");
    // PostgreSQL answers ROLLBACK to the COMMIT of a failed transaction: an error someone swallowed must not look like success.
    if (result.command !== "COMMIT")
      throw new Error("The transaction had failed and was rolled back; nothing was changed");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).end();
    try {
      await own(connection).run("ROLLBACK", "query");
    } catch (error) {
      // The connection is given up: PostgreSQL rolls back when it closes. The error that led here is the one to tell.
      own(connection).destroyOnRelease(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    own(connection).release();
  }
}

function own(connection: DatabaseConnection): TransactionConnection {
  if (connection instanceof TransactionConnection) return connection;
  throw new TypeError("A connection of another driver");
}
