import type pg from "pg";
import { asDatabaseError } from "../postgres/errors.ts";

/**
 * One statement as the sign-in role. Faults of the database come out as the rest of the server knows them.
 * @param name for the statement that every request runs: each connection plans it once.
 */
export async function query<R extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
  name?: string,
): Promise<R[]> {
  try {
    return (await pool.query<R>({ text, values, ...(name === undefined ? {} : { name }) })).rows;
  } catch (error) {
    throw asDatabaseError(error, "query");
  }
}
