import type { Nation, Profession } from "../catalogue/document-type.ts";
import type { FactCondition, Requirement } from "../requirements/rule.ts";

/** A question whose answer decides whether some requirement applies. */
export interface Fact {
  readonly id: string;
  readonly kind: "enum" | "boolean" | "number";
  readonly options?: readonly string[];
  readonly ask: string;
}

export type FactAnswers = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface AppliesTo {
  readonly roles: readonly Profession[];
  readonly nations: readonly Nation[];
  readonly setting: string;
}

/** What one kind of hirer asks for. Each save is a new version; a transfer records which one it was prepared against. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly kind: "profile";
  readonly appliesTo: AppliesTo;
  readonly version: string;
  readonly note?: string;
  readonly requirements: readonly Requirement[];
}

/** A change that carries a base profile to another nation or kind of agency. */
export interface Overlay {
  readonly id: string;
  readonly name: string;
  readonly kind: "overlay";
  readonly appliesTo: AppliesTo;
  readonly version: string;
  readonly note?: string;
  readonly remove?: readonly string[];
  readonly replace?: readonly (Requirement & { readonly when?: FactCondition })[];
  readonly add?: readonly Requirement[];
}
