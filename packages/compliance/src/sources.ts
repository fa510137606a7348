/**
 * Where each rule comes from: a page, what it says there, and how far to trust the claim. Kept apart, at
 * `@locum-passport/compliance/sources`, so that a browser does not load it with the catalogue.
 */
export interface Source {
  readonly url: string;
  readonly claim: string;
  readonly strength: SourceStrength;
}
/** `read`: the page says this. `inferred`: our reading of pages that do not say it outright. `known`: general knowledge. */
export type SourceStrength = "read" | "inferred" | "known";

export interface RequirementSource {
  readonly url: string;
  readonly strength: SourceStrength;
  readonly claim?: string;
  readonly alsoSeen?: readonly string[];
}

/** By type id, by format id, and by `profile id/requirement id`. */
export { documentTypeSources, numberFormatSources, requirementSources } from "./generated/sources.ts";
