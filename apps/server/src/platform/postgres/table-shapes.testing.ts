import type pg from "pg";

export interface Table {
  oid: number;
  /** Quoted, with its schema. */
  sqlName: string;
}

export interface Column {
  name: string;
  type: string;
  /** Written by PostgreSQL alone. */
  generated: boolean;
}

export interface ForeignKey {
  columns: string[];
  parent: string;
  parentColumns: string[];
}

/** Our tables and the sign-in library's, parents before children. The migrations' own list is theirs. */
export async function tablesOf(admin: pg.Pool): Promise<Table[]> {
  const { rows } = await admin.query<Table & { parents: number[] }>(
    `SELECT c.oid::int AS oid, format('%I.%I', n.nspname, c.relname) AS "sqlName",
            ARRAY(SELECT f.confrelid::int FROM pg_constraint f
                  WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('app', 'auth') AND c.relkind IN ('r', 'p') AND c.relname <> 'migration' ORDER BY c.oid`,
  );
  const placed: typeof rows = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const done = new Set(placed.map(({ oid }) => oid));
    const next = waiting.filter(({ parents }) => parents.every((parent) => done.has(parent)));
    if (next.length === 0) throw new Error("Tables refer to each other in a ring");
    placed.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return placed;
}

export async function columnsOf(admin: pg.Pool, table: Table): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, attidentity = 'a' OR attgenerated <> '' AS generated
     FROM pg_attribute WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table.oid],
  );
  return rows;
}

/** Those of one column first: where a wider key names the same column, the wider one has the last word. */
export async function foreignKeysOf(admin: pg.Pool, table: Table): Promise<ForeignKey[]> {
  const { rows } = await admin.query<ForeignKey>(
    `SELECT ${names("conrelid", "conkey")} AS columns, confrelid::regclass::text AS parent,
            ${names("confrelid", "confkey")} AS "parentColumns"
     FROM pg_constraint WHERE conrelid = $1 AND contype = 'f' ORDER BY cardinality(conkey), conname`,
    [table.oid],
  );
  return rows;
}

const names = (table: string, numbers: string) =>
  `ARRAY(SELECT a.attname::text FROM unnest(${numbers}) WITH ORDINALITY k(n, at)
         JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = k.n ORDER BY k.at)`;

/** For each column under a check of its own, the texts the check names. */
export async function literalsOf(admin: pg.Pool, table: Table): Promise<Map<string, string[]>> {
  const { rows } = await admin.query<{ column: string; text: string }>(
    `SELECT a.attname AS column, pg_get_constraintdef(c.oid) AS text
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.conrelid = $1 AND c.contype = 'c' AND cardinality(c.conkey) = 1`,
    [table.oid],
  );
  return new Map(
    rows.map(({ column, text }) => [column, [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1] ?? "")]),
  );
}
