import type pg from "pg";
import { asDatabaseError } from "../postgres/errors.ts";

/** One statement as the sign-in role. Faults of the database come out as the rest of the server knows them. */
export async function query<R extends pg.QueryResultRow>(pool: pg.Pool, sql: string, values: unknown[]): Promise<R[]> {
  try {
    return (await pool.query<R>(sql, values)).rows;
  } catch (error) {
    throw asDatabaseError(error, "query");
  }
}
