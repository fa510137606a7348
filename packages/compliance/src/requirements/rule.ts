/** A plain value means equal (text ignores case and extra spaces); else one named test. */
export type WhereTest =
  | string
  | number
  | boolean
  | { readonly moreThan: number }
  | { readonly atLeast: number }
  | { readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly present: boolean }
  | { readonly equals: string | number | boolean }
  | { readonly sameAsFact: string }
  | { readonly atLeastMonthsBefore: number };

/** What one held document is tested for. Without an age test the type's own rule must be valid or expiring on the day. */
export interface DocumentTests {
  readonly level?: string | number;
  readonly levelExact?: boolean;
  readonly workforce?: "adult" | "child" | "both";
  readonly where?: Readonly<Record<string, WhereTest>>;
  readonly identityVerifiedSample?: boolean;
  readonly maxAgeMonths?: number;
  readonly maxAgeDays?: number;
  readonly issuedWithinMonths?: number;
  readonly anyAge?: boolean;
}

export type FactCondition =
  | { readonly fact: string; readonly equals: string | number | boolean }
  | { readonly fact: string; readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly present: boolean };

export interface DocumentRule extends DocumentTests {
  readonly type: string | readonly string[];
}
export interface CountRule extends DocumentTests {
  readonly count: number;
  readonly type: string | readonly string[];
  readonly distinctBy?: string;
}
export interface CoverRule {
  readonly type: string | readonly string[];
  readonly months: number;
  readonly gapDaysAllowed?: number;
  readonly orExplainedBy?: string;
}

/** One rule: an object with exactly one of these keys, plus the options shown. */
export type Rule =
  | { readonly allOf: readonly Rule[]; readonly eachDocumentOnce?: boolean; readonly sameField?: string }
  | { readonly anyOf: readonly Rule[] }
  | { readonly document: DocumentRule }
  | { readonly nOf: CountRule }
  | { readonly covers: CoverRule }
  | { readonly onlyIf: { readonly condition: FactCondition; readonly then: Rule } };

/** When the agency wants it. Absent means before the first shift. */
export const needs = ["before-registration", "before-first-shift", "if-asked"] as const;
export type Need = (typeof needs)[number];

/** What is wanted only when somebody asks is no part of being ready, and nobody is reminded of its end. */
export const isWanted = ({ need }: Pick<Requirement, "need">): boolean => need !== "if-asked";

export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly rule: Rule;
  readonly why: string;
  readonly need?: Need;
}
