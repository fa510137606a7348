import { ApiProblem, type FieldProblem } from "../../api/problem.ts";
import { errorsIn } from "../../design/useSubmit.ts";

/** The rows of the check page, by what the service calls them. */
const rowOfField: Record<string, string> = {
  agencyId: "to",
  documentIds: "what",
  includeDetails: "what",
  leaveOutDetails: "what",
  consent: "what",
  removePlace: "details",
  purpose: "why",
  purposeText: "why",
  endsOn: "until",
  mayDownload: "until",
  onward: "onward",
  note: "note",
};

const rowOfCode: Record<string, string> = {
  "agency-not-approved": "to",
  "agency-terms-not-accepted": "to",
  "may-not-hold-criminal-records": "what",
  "type-needed": "what",
  "consent-needed": "what",
  "not-found": "what",
  "pictures-needed": "until",
};

/** What the service refused, beside the row of the check page that can mend it. */
export function sendProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiProblem)) return errorsIn(error);
  const whole = `${error.title}. ${error.detail}`;
  const row = rowOfCode[error.code];
  if (error.code === "not-found") {
    return [{ field: "what", message: "One of these papers is not here any more. Choose the papers again" }];
  }
  if (row) return [{ field: row, message: whole }];
  if (error.errors.length === 0) return [{ field: "", message: whole }];
  return error.errors.map(({ field, message }) => ({ field: rowOfField[field] ?? "", message }));
}
