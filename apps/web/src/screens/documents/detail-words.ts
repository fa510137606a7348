import type { DetailField } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { capital } from "../../design/words.ts";

/** An option's id as words: "photocard-and-paper" → "Photocard and paper". */
export const optionInWords = (option: string) => capital(option.replaceAll("-", " "));

/** A typed detail as it is shown; `undefined` when it is not filled in. */
export function detailInWords(field: DetailField, value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (field.kind === "boolean") return value === true ? "Yes" : "No";
  const text = String(value);
  if (field.kind === "date") return dayInWords(text);
  if (field.kind === "enum") return optionInWords(text);
  return field.unit ? `${text} ${field.unit}` : text;
}
