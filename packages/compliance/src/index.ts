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
export { mostWanted } from "./catalogue/most-wanted.ts";
export { searchTypes } from "./catalogue/search.ts";
export { londonDay } from "./dates/london-day.ts";
export {
  type CheckedDetails,
  checkDetails,
  type DetailError,
  type DetailValue,
  type DetailValues,
  missingDetails,
} from "./details/check-details.ts";
export { type CheckedNumber, checkNumber, numberFormat, numberFormats, registerLink } from "./formats/check-number.ts";
export type { NumberFormat } from "./formats/number-format.ts";
