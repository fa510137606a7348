import { addMonths, type CivilDay, dayNumber, dayOf, formatDay, partsOf, weekday } from "./civil-day.ts";

/** Last days by which something must be done. Days are civil dates in Europe/London, `YYYY-MM-DD`, and count themselves. */
export const deadlines = {
  /** 30 days from issue to join the DBS Update Service (GOV.UK, applicant guide). */
  updateServiceJoinBy: (certificateIssued: string) => formatDay(dayOf(certificateIssued) + 30),
  /** Pharmacists renew two months before their entry ends (GPhC). */
  gphcRenewBy: (expiryDate: string) => formatDay(addMonths(dayOf(expiryDate), -2)),
  /** Revalidation is applied for by the first day of the renewal month (NMC). */
  nmcRevalidationApplyBy: (renewalDate: string) => formatDay(firstOfMonth(dayOf(renewalDate))),
  /** At least a year after last finding work (Conduct Regulations 2003, regulation 29). */
  agencyRecordKeepUntil: (lastFoundWorkOn: string) => formatDay(addMonths(dayOf(lastFoundWorkOn), 12)),
  /** Six months at most after the decision (DBS code of practice). */
  dbsCopyDeleteBy: (decisionOn: string) => formatDay(addMonths(dayOf(decisionOn), 6)),
  /** Same date next month, else its last day, else the next working day (UK GDPR Article 12(3); ICO, right of access). */
  subjectAccessReplyBy: (receivedOn: string, bankHolidays: readonly string[]) =>
    formatDay(nextWorkingDay(addMonths(dayOf(receivedOn), 1), bankHolidays)),
  /** 30 days (Data (Use and Access) Act 2025). */
  complaintAcknowledgeBy: (receivedOn: string) => formatDay(dayOf(receivedOn) + 30),
} as const;

function firstOfMonth(day: CivilDay): CivilDay {
  const { year, month } = partsOf(day);
  return dayNumber(year, month, 1);
}

function nextWorkingDay(day: CivilDay, bankHolidays: readonly string[]): CivilDay {
  const free = new Set(bankHolidays.map(dayOf));
  let next = day;
  while (weekday(next) === 0 || weekday(next) === 6 || free.has(next)) next += 1;
  return next;
}
