/** Reading values that came as JSON from outside. Each answers undefined instead of guessing. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A SHA-256 as 64 lower-case hexadecimal digits, the way `files[].sha256` is written everywhere in the contract. */
export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
