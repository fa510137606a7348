import type { Agency } from "@locum-passport/contract";
import type { z } from "zod";

export type AgencyState = "waiting" | "approved" | "refused" | "suspended";
export type MemberRole = "owner" | "member";

export interface AgencyRow {
  id: string;
  name: string;
  company_number: string | null;
  email: string | null;
  website: string | null;
  state: AgencyState;
  may_hold_criminal_records: boolean;
  asked_by: string | null;
  asked_at: Date;
  evidence: string | null;
  reason: string | null;
  decided_at: Date | null;
  terms_version: string | null;
  terms_at: Date | null;
}

export type Decision = "approve" | "refuse" | "suspend" | "resume";

/** From which state each decision may be taken, and what it leads to. A refused agency may be approved after all. */
const decisions: Record<Decision, { from: readonly AgencyState[]; to: AgencyState }> = {
  approve: { from: ["waiting", "refused"], to: "approved" },
  refuse: { from: ["waiting"], to: "refused" },
  suspend: { from: ["approved"], to: "suspended" },
  resume: { from: ["suspended"], to: "approved" },
};

/** The state a decision leads to, or null when it cannot be taken from where the agency stands. */
export function decide(decision: Decision, from: AgencyState): AgencyState | null {
  const { from: allowed, to } = decisions[decision];
  return allowed.includes(from) ? to : null;
}

export function presentAgency(row: AgencyRow): z.infer<typeof Agency> {
  return {
    id: row.id,
    name: row.name,
    companyNumber: row.company_number,
    email: row.email,
    website: row.website,
    state: row.state,
    mayHoldCriminalRecords: row.may_hold_criminal_records,
    reason: row.reason,
    termsAccepted:
      row.terms_version === null || row.terms_at === null
        ? null
        : { version: row.terms_version, at: row.terms_at.toISOString() },
    askedAt: row.asked_at.toISOString(),
  };
}

export const invitationDays = 14;
