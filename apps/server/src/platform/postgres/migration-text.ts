/** The tables whose FORCE is lifted while this migration runs: a line `-- forced-tables: a, b` among the leading comments. */
export function readHeader(sql: string): { forcedTables: string[] } {
  for (const line of sql.split("\n")) {
    if (line.trim() !== "" && !line.startsWith("--")) break;
    const tables = /^-- forced-tables:(.*)$/.exec(line)?.[1];
    if (tables === undefined) continue;
    const names = tables.split(",").map((name) => name.trim());
    const odd = names.find((name) => !/^[a-z_][a-z0-9_]*$/.test(name));
    if (odd !== undefined) throw new Error(`"${odd}" in the forced-tables line is not a table name`);
    return { forcedTables: names };
  }
  return { forcedTables: [] };
}

/** Forced tables whose rows the text touches without lifting FORCE. Bodies of functions are left out: they run later. */
export function unliftedTables(sql: string, forced: readonly string[], lifted: readonly string[]): string[] {
  const text = sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "")
    .replace(/--.*$/gm, "")
    .replace(/'(?:[^']|'')*'/g, "''");
  const touched = [
    ...text.matchAll(/\b(?:update|delete\s+from|insert\s+into|from|join)\s+(?:only\s+)?(?:app\.)?"?(\w+)/gi),
  ];
  const names = new Set(touched.map((match) => match[1]?.toLowerCase()));
  return forced.filter((table) => names.has(table) && !lifted.includes(table));
}
