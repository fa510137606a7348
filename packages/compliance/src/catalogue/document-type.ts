import type { ValidityRule } from "../validity/rule.ts";

/**
 * What a locum can do: the roles of the starter profiles.
 * `ahp` stands for the professions of the HCPC and healthcare scientists, `nurse` includes midwives and nursing associates.
 */
export const professions = [
  "doctor",
  "gp",
  "nurse",
  "ahp",
  "pharmacist",
  "pharmacy-technician",
  "pharmacy-dispenser",
  "support-worker",
] as const;
export type Profession = (typeof professions)[number];

export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

/** How careful to be with a paper. Health (UK GDPR Article 9) and criminal record (Article 10) need a yes of their own. */
export const sensitivities = ["ordinary", "identity", "financial", "health", "criminal-record"] as const;
export type Sensitivity = (typeof sensitivities)[number];

export const categories = [
  "identity",
  "right-to-work",
  "history",
  "registration",
  "criminal-record",
  "health",
  "training",
  "indemnity",
  "appraisal",
  "performers-list",
  "pay",
  "agency",
  "unsorted",
] as const;
export type Category = (typeof categories)[number];

/** A test on one of a document's own fields. */
export type FieldTest =
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly present: true };

/** One typed detail of a document. Codes may name a format (or several, any of which will do) in the number formats. */
export interface DetailField {
  readonly id: string;
  readonly label: string;
  readonly kind: "text" | "date" | "number" | "enum" | "boolean" | "code";
  readonly required: boolean;
  readonly options?: readonly string[];
  /** Options are listed from lowest to highest. */
  readonly ordered?: boolean;
  readonly unit?: string;
  readonly format?: string | readonly string[];
  /** The format is tested only when this holds. */
  readonly formatWhen?: FieldTest;
}

/** One document may serve as another type, judged by its own rule or by that of the type it stands in for. */
export interface StandsInFor {
  readonly type: string;
  readonly onlyIf?: FieldTest;
  readonly judgedBy: "own" | "target";
  readonly note?: string;
}

/** One kind of paper: what it is called, what is typed from it, how long it counts by default. */
export interface DocumentType {
  readonly id: string;
  readonly name: string;
  /** What people call it when they search. */
  readonly otherNames: readonly string[];
  readonly category: Category;
  readonly sensitivity: Sensitivity;
  readonly roles: readonly Profession[];
  readonly nations: readonly Nation[];
  readonly fields: readonly DetailField[];
  readonly validity: ValidityRule;
  readonly alsoCountsAs?: readonly StandsInFor[];
  readonly hint: string;
  readonly commonRejections: readonly string[];
}
