/** Why a database would not open. The message names the fault and what to do; `code` is for tests and the command line. */
export type DatabaseStartCode =
  | "embedded-not-installed"
  | "data-folder-in-use"
  | "data-folder-closed"
  | "data-folder-other-version"
  | "no-unprivileged-user"
  | "postgres-did-not-start"
  | "postgres-too-old"
  | "database-unreachable"
  | "roles-missing"
  | "migration-changed"
  | "migration-unknown"
  | "migration-failed"
  | "unsafe-database";

export class DatabaseStartError extends Error {
  readonly code: DatabaseStartCode;

  constructor(code: DatabaseStartCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseStartError";
    this.code = code;
  }
}

/** The database did not answer. At stage "commit" the outcome is unknown: the change may be there. The edge answers 503. */
export class DatabaseUnavailable extends Error {
  readonly code = "database-unavailable";
  readonly stage: "connect" | "query" | "commit";

  constructor(stage: "connect" | "query" | "commit", options?: ErrorOptions) {
    super("The database did not answer. Nothing is lost that was confirmed. Try again in a moment.", options);
    this.name = "DatabaseUnavailable";
    this.stage = stage;
  }
}

/** A row with this key is there already. `constraint` is the name given in the migration. */
export class UniqueViolation extends Error {
  readonly code = "unique-violation";
  readonly constraint: string;

  constructor(constraint: string, options?: ErrorOptions) {
    super(`A row with this key is there already (${constraint}).`, options);
    this.name = "UniqueViolation";
    this.constraint = constraint;
  }
}

/** Two transactions wanted the same rows and this one lost (serialization, deadlock, lock wait). Nothing of it happened. */
export class TransactionConflict extends Error {
  readonly code = "transaction-conflict";

  constructor(options?: ErrorOptions) {
    super("Someone else changed the same thing at the same moment. Nothing was changed here. Try again.", options);
    this.name = "TransactionConflict";
  }
}

/** A value that PostgreSQL cannot hold, such as NUL in a text. It came from whoever asked: the edge answers 400. */
export class ValueNotHeld extends Error {
  readonly code = "value-not-held";

  constructor(options?: ErrorOptions) {
    super("A value cannot be kept as it was sent. Nothing was changed.", options);
    this.name = "ValueNotHeld";
  }
}

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const notHeld = new Set([
  "22021", // character_not_in_repertoire: NUL
  "22P05", // untranslatable_character: \u0000 in json
  "22003", // numeric_value_out_of_range
  "22008", // datetime_field_overflow
]);
const unavailable = new Set([
  "53300", // too_many_connections
  "53400", // configuration_limit_exceeded
  "53100", // disk_full
  "53200", // out_of_memory
  "57014", // query_canceled: our statement timeout
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "57P05", // idle_session_timeout
  "25P03", // idle_in_transaction_session_timeout
  "58030", // io_error
]);
const conflict = new Set(["40001", "40P01", "55P03"]);
const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EACCES",
]);
// node-postgres raises these without a code.
const networkWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/;

export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return networkWords.test(error.message);
  return code.startsWith("08") || network.has(code) || (unavailable.has(code) && code.startsWith("57P"));
}

/** What the rest of the server sees of a fault of the driver. Faults that are not about availability come back unchanged. */
export function asDatabaseError(error: unknown, stage: DatabaseUnavailable["stage"]): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error) ?? "";
  if (code === "23505" && "constraint" in error && typeof error.constraint === "string") {
    return new UniqueViolation(error.constraint, { cause: error });
  }
  if (conflict.has(code)) return new TransactionConflict({ cause: error });
  if (notHeld.has(code)) return new ValueNotHeld({ cause: error });
  if (unavailable.has(code) || isConnectionFault(error)) return new DatabaseUnavailable(stage, { cause: error });
  return error;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
