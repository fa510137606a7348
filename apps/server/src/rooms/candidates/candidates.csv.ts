import { dayInWords, documentType } from "@locum-passport/compliance";
import type { CandidateExpiry } from "@locum-passport/contract";
import type { z } from "zod";
import { csvLine, csvMark } from "../../csv.ts";

const columns = [
  "Name",
  "Registration number",
  "What ends",
  "Kind of paper",
  "Last good day",
  "In words",
  "Days left",
  "No longer met from the day after",
] as const;

export const expiriesHead = (): string => `${csvMark}${csvLine(columns)}`;

export function expiryLine(expiry: z.output<typeof CandidateExpiry>): string {
  return csvLine([
    expiry.name,
    expiry.registrationNumber ?? "",
    expiry.title,
    documentType(expiry.type)?.name ?? "",
    expiry.endsOn,
    dayInWords(expiry.endsOn),
    String(expiry.daysLeft),
    expiry.breaks.join("; "),
  ]);
}
