import type { DocumentType } from "../catalogue/document-type.ts";
import type { DetailError, DetailValue } from "./check-details.ts";

/** A beginning and the end that may not come before it. ISO days compare as text. */
const pairs: readonly (readonly [begin: string, end: string])[] = [
  ["dateOfBirth", "issueDate"],
  ["dateOfBirth", "expiryDate"],
  ["issueDate", "expiryDate"],
  ["startDate", "endDate"],
  ["periodFrom", "periodTo"],
  ["gapFrom", "gapTo"],
  ["livedFrom", "livedTo"],
  ["permissionStartsOn", "permissionEndsOn"],
  ["subscriptionStartsOn", "subscriptionEndsOn"],
  ["joinedOn", "membershipEndsOn"],
  ["completedOn", "expiryDate"],
];

/** Ends that lie before their beginning, told at the end. */
export function orderErrors(type: DocumentType, details: ReadonlyMap<string, DetailValue>): readonly DetailError[] {
  const errors = new Map<string, DetailError>();
  for (const [begin, end] of pairs) {
    const from = details.get(begin);
    const to = details.get(end);
    if (typeof from !== "string" || typeof to !== "string" || to >= from || errors.has(end)) continue;
    const label = type.fields.find((field) => field.id === begin)?.label.toLowerCase() ?? "start date";
    errors.set(end, { field: end, message: `Enter ${nameOf(end)} that is after the ${label}` });
  }
  return [...errors.values()];
}

function nameOf(end: string): string {
  if (end === "issueDate") return "an issue date";
  return end === "endDate" ? "an end date" : "a date";
}
