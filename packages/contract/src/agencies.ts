import { z } from "zod";
import { Id, Instant } from "./primitives.ts";

export const AgencyState = z.enum(["waiting", "approved", "refused", "suspended"]);
export const AgencyListItem = z.object({
  id: Id,
  name: z.string(),
  state: z.literal("approved"),
  mayHoldCriminalRecords: z.boolean(),
});
export const AskForAgency = z.object({
  name: z.string().trim().min(2, "Enter the agency's name").max(200),
  companyNumber: z.string().trim().min(2).max(20),
  email: z.email("Enter an email address, for example name@example.com").max(254),
  website: z.url({ protocol: /^https?$/, error: "Enter an address that begins with https://" }).max(300),
  acceptedTerms: z.object({ agencyTerms: z.string() }).partial().optional(),
});
export const Agency = z.object({
  id: Id,
  name: z.string(),
  companyNumber: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  state: AgencyState,
  mayHoldCriminalRecords: z.boolean(),
  reason: z.string().nullable(),
  termsAccepted: z.object({ version: z.string(), at: Instant }).nullable(),
  askedAt: Instant,
});
export const AcceptAgencyTerms = z.object({ agencyTerms: z.string() });
export const Invite = z.object({
  email: z.email("Enter an email address, for example name@example.com").max(254),
  role: z.enum(["member", "owner"]).default("member"),
});
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: z.enum(["member", "owner"]),
  expiresAt: Instant,
});
export const AcceptInvitation = z.object({
  token: z.string().min(16).max(256),
  acceptedTerms: z.object({ agencyTerms: z.string() }).partial().optional(),
});
export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(["member", "owner"]),
  joinedAt: Instant,
  secondFactor: z.boolean(),
});
export const StaffAgency = Agency.extend({
  askedBy: z.string().nullable(),
  evidence: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export const ApproveAgency = z.object({
  evidence: z.string().trim().min(1, "Say what shows that this agency is real").max(4000),
  mayHoldCriminalRecords: z.boolean().default(false),
});
export const GiveReason = z.object({ reason: z.string().trim().min(1, "Say why").max(2000) });
export const UploadNotice = z.object({
  id: Id,
  at: Instant,
  /** The type; for health, criminal-record and financial papers only the category. */
  type: z.string(),
  category: z.string(),
  /** Pseudonymous: the same account always has the same reference, and it leads to nobody without the keys. */
  reference: z.string(),
});
