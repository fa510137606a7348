import { z } from "zod";
import { Day, Id, Instant } from "./primitives.ts";

export const professions = [
  "doctor",
  "gp",
  "nurse",
  "ahp",
  "pharmacist",
  "pharmacy-technician",
  "pharmacy-dispenser",
  "support-worker",
] as const;

const AcceptedTerms = z.object({ licence: z.string(), privacy: z.string() });

export const SignUp = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email("Enter an email address, for example name@example.com").max(254),
  password: z.string().min(12, "Use 12 characters or more").max(128),
  acceptedTerms: AcceptedTerms.partial().optional(),
  over18: z.boolean().optional(),
});
/** `confirmation` lets the waiting page ask whether the address has been confirmed; it opens nothing. */
export const SignedUp = z.object({
  user: z.object({ email: z.string() }),
  confirmation: z.string(),
  resendAfterSeconds: z.number().int(),
});
export const SignIn = z.object({ email: z.string().max(254), password: z.string().max(128) });
export const SignedIn = z.object({
  twoFactorRedirect: z.boolean().optional(),
  user: z.object({ id: Id, email: z.string() }).optional(),
});
/** Either the six digits with the address they were sent to, or the token of the link. */
export const ConfirmAddress = z.union([
  z.object({ email: z.string().max(254), code: z.string().max(16) }),
  z.object({ token: z.string().min(16).max(256) }),
]);
export const ConfirmationState = z.object({ confirmed: z.boolean() });

export const Me = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(["locum", "agency-member", "agency-owner", "staff"])),
  agency: z.object({ id: Id, name: z.string(), state: z.string(), termsAccepted: z.boolean() }).nullable(),
  staffRole: z.string().nullable(),
  secondFactor: z.object({ on: z.boolean(), needed: z.boolean(), recoveryCodesLeft: z.number().int() }),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: Instant })),
  acceptedTerms: z.record(z.string(), z.object({ version: z.string(), at: Instant })),
  termsToAccept: z.array(z.string()),
  consents: z.object({
    health: z.object({ noticeVersion: z.string(), at: Instant }).nullable(),
    criminalRecord: z.object({ noticeVersion: z.string(), at: Instant }).nullable(),
  }),
  sendingFrozenUntil: Instant.nullable(),
  secondFactorRecovery: z.object({ readyAt: Instant }).nullable(),
  createdAt: Instant,
});
export type Me = z.infer<typeof Me>;

const Address = z.object({
  lines: z.string().max(400),
  postcode: z.string().max(16).optional(),
  country: z.string().max(60).optional(),
  from: Day.nullable().optional(),
  until: Day.nullable().optional(),
});
export const Profile = z.object({
  legalName: z.string().max(200).nullable(),
  formerNames: z.array(z.string().max(200)).max(20),
  birthDate: Day.nullable(),
  profession: z.enum(professions).nullable(),
  registrationNumber: z.string().max(40).nullable(),
  addresses: z.array(Address).max(30),
});
export type Profile = z.infer<typeof Profile>;
export const ProfileChange = Profile.partial().strict();

export const Device = z.object({
  id: z.string(),
  name: z.string(),
  signedInAt: Instant,
  lastSeenAt: Instant,
  thisOne: z.boolean(),
});
export const ConsentKind = z.enum(["health", "criminal-record"]);
export const GiveConsent = z.object({ noticeVersion: z.string() });
