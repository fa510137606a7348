/** Something wrong with data that an author wrote: where, and what to do. */
export interface ShapeError {
  /** Path inside the data, for example `requirements[3].rule.nOf.count`. */
  readonly at: string;
  readonly message: string;
}
export type Report = (at: string, message: string) => void;
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** One key of an object: its test, and whether it must be there. */
export interface Key {
  readonly test: (value: unknown) => boolean;
  readonly wants: string;
  readonly required?: boolean;
}

/** Whether an object has these keys and no others. Reports every fault, not only the first. */
export function hasKeys(
  json: unknown,
  keys: Readonly<Record<string, Key>>,
  at: string,
  report: Report,
): json is JsonObject {
  if (!isObject(json)) {
    report(at, "Write an object in curly brackets here");
    return false;
  }
  let good = true;
  const fault = (where: string, message: string) => {
    report(where, message);
    good = false;
  };
  for (const key of Object.keys(json))
    if (!Object.hasOwn(keys, key))
      fault(`${at}.${key}`, `There is no "${key}" here. There can be: ${Object.keys(keys).join(", ")}`);
  for (const [key, { test, wants, required }] of Object.entries(keys)) {
    const value = Object.hasOwn(json, key) ? json[key] : undefined;
    if (value === undefined) {
      if (required) fault(`${at}.${key}`, `Add "${key}": ${wants}`);
    } else if (!test(value)) fault(`${at}.${key}`, `Write ${wants}`);
  }
  return good;
}

export const text: Key = { test: (value) => typeof value === "string" && value.trim() !== "", wants: "text in quotes" };
export const flag: Key = { test: (value) => typeof value === "boolean", wants: "true or false" };
export const whole = (least: number, most: number): Key => ({
  test: (value) => typeof value === "number" && Number.isInteger(value) && value >= least && value <= most,
  wants: `a whole number from ${least} to ${most}`,
});
export const oneOf = (options: readonly string[]): Key => ({
  test: (value) => typeof value === "string" && options.includes(value),
  wants: `one of: ${options.join(", ")}`,
});
export const plain: Key = {
  test: (value) => typeof value === "string" || typeof value === "boolean" || isNumber(value),
  wants: "text, a number, or true or false",
};
export const listOf = (item: Key, least = 1): Key => ({
  test: (value) => Array.isArray(value) && value.length >= least && value.every(item.test),
  wants: `a list of ${least} or more, each ${item.wants}`,
});
export const number: Key = { test: isNumber, wants: "a number" };
export const anything: Key = { test: () => true, wants: "a value" };
export const must = (key: Key): Key => ({ ...key, required: true });

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}
