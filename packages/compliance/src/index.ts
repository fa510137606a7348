export {
  type Category,
  categories,
  type DetailField,
  type DocumentType,
  type FieldTest,
  type Nation,
  nations,
  type Profession,
  professions,
  type Sensitivity,
  type StandsInFor,
  sensitivities,
} from "./catalogue/document-type.ts";
export {
  canBeSent,
  consentNeeded,
  documentType,
  documentTypes,
  isGuarded,
  otherType,
} from "./catalogue/document-types.ts";
export { isHeldBack } from "./catalogue/held-back.ts";
export { mostWanted } from "./catalogue/most-wanted.ts";
export { searchTypes } from "./catalogue/search.ts";
export { deadlines } from "./dates/deadlines.ts";
export { londonDay } from "./dates/london-day.ts";
export {
  type CheckedDetails,
  checkDetails,
  type DetailError,
  type DetailValue,
  type DetailValues,
  missingDetails,
} from "./details/check-details.ts";
export { issuedOn } from "./details/issued-on.ts";
export { type Asking, type Lapse, lapses } from "./expiries/lapses.ts";
export { beginBy, type LeadTime, leadDays, leadTimeOf } from "./expiries/lead-times.ts";
export {
  isAfterEnd,
  type ReminderQuestion,
  type ReminderStep,
  reminderSteps,
  remindersDue,
  snoozeUntil,
} from "./expiries/reminders.ts";
export { type CheckedNumber, checkNumber, numberFormat, numberFormats, registerLink } from "./formats/check-number.ts";
export { type DriverNumberAgreement, driverNumberAgrees } from "./formats/driver-number.ts";
export { type Mrz, type MrzFields, readPassportLines } from "./formats/mrz.ts";
export type { NumberFormat } from "./formats/number-format.ts";
export { type Disagreement, disagreements, type PersonKept } from "./people/agreement.ts";
export { type SpecimenPerson, specimenPerson } from "./people/specimen-person.ts";
export { type ProfileChanges, profileChanges } from "./profiles/changes.ts";
export { type CheckedProfile, checkProfile, readProfile } from "./profiles/check-profile.ts";
export { type DerivedFact, derivedFacts, withDerived } from "./profiles/derived-facts.ts";
export { isWrittenFor, overlaysFor, requirementsFor, requirementWriter, starterFor } from "./profiles/for-person.ts";
export { withOverlays } from "./profiles/overlays.ts";
export type { AppliesTo, Fact, FactAnswers, Overlay, Profile } from "./profiles/profile.ts";
export {
  starterFact,
  starterFacts,
  starterOverlay,
  starterOverlays,
  starterProfile,
  starterProfiles,
} from "./profiles/starters.ts";
export { doNext, type NextStep } from "./readiness/do-next.ts";
export { heldUntil } from "./readiness/held-until.ts";
export { type Break, nextBreak } from "./readiness/next-break.ts";
export { originalMustBeShown, originalsToShow } from "./readiness/originals.ts";
export {
  type Readiness,
  type RequirementReadiness,
  type RequirementState,
  readinessOf,
} from "./readiness/readiness.ts";
export { type Renewal, type RenewalPlan, renewalsForAll, smallestRenewals } from "./renewals/renewals.ts";
export { type Asked, judgeRule } from "./requirements/judge-held.ts";
export { requirementGroup, requirementGroups, requirementTypes, typesNamed } from "./requirements/leaves.ts";
export {
  type Failure,
  failures,
  type Missing,
  type NotSatisfied,
  type Satisfied,
  type Verdict,
} from "./requirements/missing.ts";
export { type FactCondition, isWanted, type Need, needs, type Requirement, type Rule } from "./requirements/rule.ts";
export { countsAs } from "./requirements/situation.ts";
export type { ShapeError } from "./shapes/json.ts";
export { isRule } from "./shapes/rule-shape.ts";
export { isValidityRule } from "./shapes/validity-shape.ts";
export type { HeldDocument } from "./validity/paper.ts";
export type { ValidityMode, ValidityRule } from "./validity/rule.ts";
export { documentStates } from "./validity/states.ts";
export { type Status, statuses, type Validity, validityOf } from "./validity/validity.ts";
export { answerWords } from "./words/answer-words.ts";
export { missingName, missingWords } from "./words/missing-words.ts";
export { type ReadinessTold, readinessSentences } from "./words/readiness-words.ts";
export { type RuleWords, ruleWords } from "./words/rule-words.ts";
export { dayInWords, type Look, type StatusWords, statusWords } from "./words/status-words.ts";
