import type pg from "pg";
import { plausible } from "./plausible-value.testing.ts";
import { columnsOf, type ForeignKey, foreignKeysOf, literalsOf, type Table, tablesOf } from "./table-shapes.testing.ts";

type Row = Record<string, unknown>;

/** Rows of every table, as text, by table. */
export type Filling = ReadonlyMap<string, readonly Row[]>;

/**
 * One more row in every table there is, parents first. A table that takes one row only (log_head) keeps the one it has.
 * Values come from the catalogue: types, checks, foreign keys; `n` makes them differ from one filling to the next.
 */
export async function fillEveryTable(admin: pg.Pool, n: number): Promise<void> {
  for (const table of await tablesOf(admin)) await addRow(admin, table, n);
}

async function addRow(admin: pg.Pool, table: Table, n: number): Promise<void> {
  const allowed = await literalsOf(admin, table);
  const row: Row = {};
  for (const column of await columnsOf(admin, table)) {
    if (!column.generated) row[column.name] = plausible(column, allowed.get(column.name) ?? [], n);
  }
  for (const key of await foreignKeysOf(admin, table)) Object.assign(row, await newestOf(admin, key));
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(", ");
  const places = names.map((_, at) => `$${at + 1}`).join(", ");
  const sql = `INSERT INTO ${table.sqlName} (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`;
  try {
    await admin.query(sql, Object.values(row));
  } catch (error) {
    throw new Error(`No plausible row for ${table.sqlName}: ${String(error)}. ${JSON.stringify(row)}`, {
      cause: error,
    });
  }
  const { rowCount } = await admin.query(`SELECT FROM ${table.sqlName} LIMIT 1`);
  if (rowCount === 0) throw new Error(`${table.sqlName} took no row`);
}

/** A parent's newest row, as values for the child's columns. */
async function newestOf(admin: pg.Pool, key: ForeignKey): Promise<Row> {
  const columns = key.parentColumns.map((name) => `"${name}"`).join(", ");
  const { rows } = await admin.query<Row>(`SELECT ${columns} FROM ${key.parent} ORDER BY ctid DESC LIMIT 1`);
  const parent = rows[0];
  if (!parent) throw new Error(`${key.parent} has no row yet for its children`);
  return Object.fromEntries(key.columns.map((name, at) => [name, parent[key.parentColumns[at] ?? ""]]));
}

export async function readFilling(admin: pg.Pool): Promise<Filling> {
  const filling = new Map<string, Row[]>();
  for (const table of await tablesOf(admin)) {
    const columns = (await columnsOf(admin, table)).map(({ name }) => `"${name}"::text`).join(", ");
    filling.set(table.sqlName, (await admin.query<Row>(`SELECT ${columns} FROM ${table.sqlName}`)).rows);
  }
  return filling;
}

/** What was there before and is not there now, as sentences. A column that a migration added is nobody's loss. */
export function losses(before: Filling, after: Filling): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table);
    if (now === undefined) return [`${table} is gone with ${rows.length} rows`];
    const columns = Object.keys(rows[0] ?? {});
    const there = new Set(now.map((row) => textOf(row, columns)));
    const lost = rows.filter((row) => !there.has(textOf(row, columns))).length;
    return lost === 0 ? [] : [`${table} lost or changed ${lost} of ${rows.length} rows`];
  });
}

const textOf = (row: Row, columns: readonly string[]) => JSON.stringify(columns.map((name) => row[name] ?? null));
