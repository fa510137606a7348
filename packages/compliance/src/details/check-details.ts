import type { DetailField, DocumentType } from "../catalogue/document-type.ts";
import { orderErrors } from "./date-order.ts";
import { checkField } from "./field-checks.ts";

export type DetailValue = string | number | boolean;
export type DetailValues = Readonly<Record<string, DetailValue>>;

export interface DetailError {
  /** Field id of the type, or the unknown name as it was given. */
  readonly field: string;
  /** What to do, in one line. */
  readonly message: string;
}
export interface CheckedDetails {
  /** Only what is filled in and passed: text trimmed, codes tidied. Use it when there are no errors. */
  readonly details: DetailValues;
  readonly errors: readonly DetailError[];
}

/**
 * Parses the details of a document by its type's field ids, strictly: an unknown field is refused by name, dates are
 * `YYYY-MM-DD` and exist, codes have the shape their format asks for, an end is not before its beginning. Details may be
 * partial; null and empty text mean "not filled in". With `today` (a London civil date), what was issued may not lie ahead.
 * @param input anything: the parsed JSON as it came.
 */
export function checkDetails(type: DocumentType, input: unknown, options: { today?: string } = {}): CheckedDetails {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return {
      details: {},
      errors: [{ field: "details", message: "Send the details as an object of field names and values" }],
    };
  const fields = new Map(type.fields.map((field) => [field.id, field]));
  const given = new Map(Object.entries(input));
  const details = new Map<string, DetailValue>();
  const errors: DetailError[] = [];
  for (const [id, value] of given) {
    const field = fields.get(id);
    if (!field) errors.push({ field: id, message: unknownField(type, id) });
    else if (!isEmpty(value)) {
      const result = checkField(type, field, value, { sibling: (name) => given.get(name), today: options.today });
      if ("value" in result) details.set(id, result.value);
      else errors.push({ field: id, message: result.message });
    }
  }
  errors.push(...orderErrors(type, details));
  return { details: Object.fromEntries(details), errors };
}

/** The required fields that are not filled in, in the type's order. Facts to ask for, not errors. */
export function missingDetails(type: DocumentType, details: Readonly<Record<string, unknown>>): readonly string[] {
  const missing = (field: DetailField) =>
    field.required && (!Object.hasOwn(details, field.id) || isEmpty(details[field.id]));
  return type.fields.filter(missing).map((field) => field.id);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

function unknownField(type: DocumentType, id: string): string {
  const shown = id.length > 64 ? `${id.slice(0, 64)}\u2026` : id;
  if (type.fields.length === 0)
    return `Say what this document is first: it has no details until then, and "${shown}" was given`;
  return `${type.name} has no detail called "${shown}". It has: ${type.fields.map((field) => field.id).join(", ")}`;
}
