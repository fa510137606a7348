import { catalogue } from "../generated/catalogue.ts";
import { type DocumentType, nations, professions, type Sensitivity } from "./document-type.ts";

/**
 * Kept before its owner has said what it is. It has no details, cannot be sent, counts towards nothing, and is treated as
 * carefully as the most careful paper in notices, which name no more than its category.
 */
export const otherType: DocumentType = {
  id: "other",
  name: "I will say later",
  otherNames: ["other", "something else", "not sure", "do not know", "miscellaneous"],
  category: "unsorted",
  // The most careful kind that asks for no consent by name: we cannot ask for a yes to something nobody has named yet.
  sensitivity: "financial",
  roles: professions,
  nations,
  fields: [],
  validity: { mode: "never", note: "Nothing is judged until it has a type." },
  hint: "Say what it is when you can. It cannot be sent, and counts towards nothing, until then.",
  commonRejections: [],
};

/** Every kind of paper, in the order of the catalogue, and `other` at the end. */
export const documentTypes: readonly DocumentType[] = [...catalogue, otherType];

const byId = new Map(documentTypes.map((type) => [type.id, type]));

/** The type with this id, or undefined. */
export function documentType(id: string): DocumentType | undefined {
  return byId.get(id);
}

/** Whether a paper of this type may go to anyone. `other` may not, before it has a type. */
export function canBeSent(type: DocumentType): boolean {
  return type.id !== otherType.id;
}

/** Papers that start unticked in Send, and of which notices to staff and mails name no more than the category. */
export function isGuarded(type: DocumentType): boolean {
  return guarded.has(type.sensitivity);
}
const guarded: ReadonlySet<Sensitivity> = new Set(["health", "criminal-record", "financial"]);

/** The yes its owner must have given before it may be kept or sent (UK GDPR Articles 9 and 10), or null. */
export function consentNeeded(type: DocumentType): "health" | "criminal-record" | null {
  return type.sensitivity === "health" || type.sensitivity === "criminal-record" ? type.sensitivity : null;
}
