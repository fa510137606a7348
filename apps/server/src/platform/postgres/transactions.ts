import {
  CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from "kysely";
import pg from "pg";
import type { DatabaseActor } from "./database.ts";
import { asDatabaseError, type DatabaseUnavailable, isConnectionFault } from "./errors.ts";

/** No tables: each store names its own with `tx.withTables<RoomTables>()`. */
export type Tables = Record<never, never>;
/** Statements started together (`Promise.all`) are sent together, in that order, and cost one round trip. */
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
  const connection = new TransactionConnection(await connect(pool));
  try {
    connection.begin(beginAs(actor));
    const result = await run(transactionOver(connection));
    await connection.commit();
    return result;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: () => {
    throw new Error("Transactions do not look into the catalogue");
  },
  createQueryCompiler: () => compiler,
};

/** Not kysely's own way of a transaction, which holds each statement back until the one before it was answered. */
function transactionOver(connection: TransactionConnection): Tx {
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asDatabaseError(error, "connect");
  }
}

interface NamedQuery extends CompiledQuery {
  readonly statementName: string;
}

/**
 * A statement that each connection plans once: for the few that every write runs, since planning one under row-level
 * security takes longer than running it. The text is a constant; values go where it says $1, $2.
 */
export function preparedStatement<R>(statementName: string, text: string) {
  const compiled = CompiledQuery.raw(text);
  return async (tx: Tx, ...parameters: readonly unknown[]): Promise<R[]> => {
    const named: NamedQuery = { ...compiled, parameters, statementName };
    return (await tx.executeQuery<R>(named)).rows;
  };
}

const nameOf = (query: CompiledQuery | NamedQuery) => ("statementName" in query ? { name: query.statementName } : {});

class TransactionConnection implements DatabaseConnection {
  private readonly client: pg.PoolClient;
  private begun: Promise<unknown> = Promise.resolve();
  private ended = false;
  private held = false;
  private broken: Error | undefined;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  /**
   * Sent and not waited for: the first statements follow it on the line. Where its SELECT fails, PostgreSQL refuses every
   * later statement of the transaction; and each of them waits here for its answer too.
   */
  begin(sql: string): void {
    this.hold();
    this.begun = this.run(sql, "connect");
    this.begun.catch(() => undefined); // whoever runs a statement, or commits, is told
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The attack: a query nobody awaited runs later on a pooled connection, inside another person's transaction.
    if (this.ended) throw new Error("This transaction has ended. A query was left running without await.");
    this.hold();
    const answered = this.answered<R>(query);
    const [, result] = await Promise.all([this.begun, answered]);
    return result;
  }

  // biome-ignore lint/correctness/useYield: streaming is refused
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Rows are read in pages, not streamed");
  }

  async commit(): Promise<void> {
    this.ended = true;
    await this.begun;
    const result = await this.run("COMMIT", "commit");
    // PostgreSQL answers ROLLBACK to the COMMIT of a failed transaction: an error someone swallowed must not look like success.
    if (result.command !== "COMMIT")
      throw new Error("The transaction had failed and was rolled back; nothing was changed");
  }

  async rollback(): Promise<void> {
    this.ended = true;
    try {
      await this.run("ROLLBACK", "query");
    } catch (error) {
      // The connection is given up: PostgreSQL rolls back when it closes. The error that led here is the one to tell.
      this.broken = error instanceof Error ? error : new Error(String(error));
    }
  }

  release(): void {
    this.ended = true;
    this.client.release(this.broken);
  }

  private async answered<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const result = await this.client.query({ text: query.sql, values: [...query.parameters], ...nameOf(query) });
      const changed = result.command === "SELECT" ? null : result.rowCount;
      return changed === null ? { rows: result.rows } : { rows: result.rows, numAffectedRows: BigInt(changed) };
    } catch (error) {
      throw this.told(error, "query");
    }
  }

  private async run(sql: string, stage: DatabaseUnavailable["stage"]): Promise<pg.QueryResult> {
    try {
      return await this.client.query(sql);
    } catch (error) {
      throw this.told(error, stage);
    }
  }

  /** What is started in one turn leaves in one write: each write wakes the other side, which costs more than to answer. */
  private hold(): void {
    if (this.held || !(this.client instanceof pg.Client)) return;
    const { stream } = this.client.connection;
    this.held = true;
    stream.cork();
    process.nextTick(() => {
      this.held = false;
      stream.uncork();
    });
  }

  private told(error: unknown, stage: DatabaseUnavailable["stage"]): unknown {
    if (isConnectionFault(error) && error instanceof Error) this.broken = error;
    return asDatabaseError(error, stage);
  }
}
