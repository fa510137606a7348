import type { FieldProblem } from "../../api/problem.ts";
import type { DetailField, Details } from "../../api/types.ts";
import { dayFrom, dayProblem } from "../../design/day.ts";
import type { Values } from "../../design/useSubmit.ts";

/** The service names a detail it cannot use the same way, so its words land beside the field. */
export const nameOf = ({ id }: Pick<DetailField, "id">) => `details.${id}`;

export interface ReadDetails {
  /** What the form holds, by field id; `null` takes a detail away. */
  details: Details;
  /** What could not be read at all: no date, no number. */
  problems: FieldProblem[];
}

export function readDetails(fields: readonly DetailField[], values: Values): ReadDetails {
  const details: Details = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const name = nameOf(field);
    const text = values.text(name);
    if (field.kind === "boolean") details[field.id] = values.ticked(name);
    else if (field.kind === "number") {
      const number = Number(text.replace(",", "."));
      if (text && !Number.isFinite(number)) {
        problems.push({ field: name, message: `Enter ${field.label.toLowerCase()} as a number` });
      } else details[field.id] = text ? number : null;
    } else if (field.kind === "date") {
      const problem = dayProblem(...values.day(name));
      if (problem) problems.push({ field: name, message: `${field.label}: ${problem}` });
      else details[field.id] = dayFrom(...values.day(name)) ?? null;
    } else details[field.id] = text || null;
  }
  return { details, problems };
}
