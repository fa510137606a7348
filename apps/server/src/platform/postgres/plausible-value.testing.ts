import type { Column } from "./table-shapes.testing.ts";

/** A value a column takes. Of a check's list the `n`th, so that several fillings try several. */
export function plausible({ name, type }: Column, allowed: readonly string[], n: number): unknown {
  if (allowed.length > 0) return allowed[n % allowed.length];
  switch (type) {
    case "text":
      return `SPECIMEN ${name} ${n}`;
    case "bytea":
      return Buffer.from(`SPECIMEN ${name} ${n}`);
    case "smallint":
    case "integer":
    case "bigint":
      return n + 1;
    case "boolean":
      return true;
    case "date":
      return `2026-03-${String((n % 28) + 1).padStart(2, "0")}`;
    case "timestamp with time zone":
      return `2026-10-25T00:30:${String(n % 60).padStart(2, "0")}Z`;
    case "jsonb":
    case "json":
      return JSON.stringify({ specimen: n });
    case "uuid":
      return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
    default:
      throw new Error(`Column ${name} has the type ${type}: add a value for it to plausible-value.testing.ts`);
  }
}
