import { sql } from "kysely";
import { openDatabase } from "../database.ts";

/** A server process for tests that kill it: opens the embedded database, writes a line, and waits to be ended. */
const dataDir = process.argv[2] ?? "";
const log = { info: () => {}, warn: () => {}, error: () => {} };
try {
  const database = await openDatabase({ dataDir, log });
  await database.transaction({ accountId: null, kind: "service", personId: null, agencyId: null }, (tx) =>
    sql`INSERT INTO deployment (key, value) VALUES (${`written by ${process.pid}`}, 'yes')`.execute(tx),
  );
  process.once("SIGTERM", () => database.close());
  setInterval(() => {}, 60_000).unref();
  console.log("open");
  await new Promise((resolve) => process.once("SIGTERM", resolve));
} catch (error) {
  console.log(error instanceof Error && "code" in error ? error.code : String(error));
}
