import { z } from "zod";
import { Day, Id, Instant, Sensitivity } from "./primitives.ts";

/** Answers to the questions that decide which requirements apply, by fact id. A fact that is not there is not known. */
export const Answers = z.record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean()]));
export type Answers = z.infer<typeof Answers>;

export const Question = z.object({
  id: z.string(),
  kind: z.enum(["enum", "boolean", "number"]),
  options: z.array(z.string()).optional(),
  ask: z.string(),
});

/** What a locum does and where, and what else was answered. */
export const Work = z.object({
  answers: Answers,
  /** When the four questions of the set-up were finished; null before. */
  setUpAt: Instant.nullable(),
});
export type Work = z.infer<typeof Work>;
export const ChangeWork = z
  .object({
    /** Facts that are named replace; null takes an answer back. */
    answers: z.record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean(), z.null()])),
    setUp: z.literal(true),
  })
  .partial()
  .strict();

export const ProfileRef = z.object({
  /** A starter profile's id, or the id of the agency whose own profile it is. */
  id: z.string(),
  name: z.string(),
  version: z.string(),
  /** True for a starter profile: no agency wrote it, and every screen says so. */
  starter: z.boolean(),
});
export type ProfileRef = z.infer<typeof ProfileRef>;

export const ProfileItem = ProfileRef.extend({
  roles: z.array(z.string()),
  nations: z.array(z.string()),
  setting: z.string(),
  note: z.string().nullable(),
  requirements: z.number().int(),
});

export const RequirementNeed = z.enum(["before-registration", "before-first-shift", "if-asked"]);
/** A requirement as a profile asks for it, with the rule in the language of docs/profiles.md. */
export const RequirementItem = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  need: RequirementNeed,
  /** The group it is shown in: a category of document types. */
  group: z.string(),
  /** Types of paper that can count towards it. */
  types: z.array(z.string()),
  rule: z.record(z.string(), z.unknown()),
  source: z.object({ url: z.string(), strength: z.string() }).nullable(),
});
export const Requirements = z.object({ profile: ProfileRef, items: z.array(RequirementItem) });

/** One piece that is missing, in words; `fact` names the question that is open, `types` what could be added. */
export const MissingPiece = z.object({
  reason: z.string(),
  words: z.string(),
  name: z.string().nullable(),
  types: z.array(z.string()),
  fact: z.string().nullable(),
});
export const RequirementState = z.enum(["held", "not-held", "cannot-tell", "not-asked"]);
export const JudgedRequirement = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  need: RequirementNeed,
  group: z.string(),
  types: z.array(z.string()),
  state: RequirementState,
  /** The papers that satisfy it. */
  documents: z.array(Id),
  /** While it is held: the last day on which it still is, by waiting alone and by this list's own rule; null without an end. */
  heldUntil: Day.nullable(),
  missing: z.array(MissingPiece),
});
export type JudgedRequirement = z.infer<typeof JudgedRequirement>;

/** Readiness against one profile on one day. "Held" says what is kept here; whether somebody may work the agency decides. */
export const ProfileReadiness = z.object({
  /** The entry of my agencies that asks; null where a profile is asked about by itself. */
  myAgencyId: Id.nullable(),
  name: z.string(),
  profile: ProfileRef,
  /** Requirements that apply, and how many of them are held. */
  asked: z.number().int(),
  held: z.number().int(),
  ready: z.boolean(),
  /** Papers whose original this agency has not recorded as seen. A copy never counts as that. */
  originalsToShow: z.array(Id),
  openQuestions: z.array(z.string()),
  /** The next day on which something held is held no more by waiting alone, and what; null when nothing ever is. */
  breaks: z
    .object({ on: Day, requirements: z.array(z.object({ id: z.string(), title: z.string(), words: z.string() })) })
    .nullable(),
  requirements: z.array(JudgedRequirement),
});
export type ProfileReadiness = z.infer<typeof ProfileReadiness>;

export const NextStep = z.object({
  kind: z.enum(["add", "renew", "answer", "fill-in", "explain-name", "show-original"]),
  title: z.string(),
  why: z.string(),
  type: z.string().nullable(),
  documentId: Id.nullable(),
  fact: z.string().nullable(),
  /** How many requirements, over all agencies, this satisfies. */
  unlocks: z.number().int(),
  /** Days that getting the paper usually takes; 0 when it is done at once. */
  leadDays: z.number().int(),
});
export type NextStep = z.infer<typeof NextStep>;

/** Where a name, birth date or address on a paper differs from the profile. */
export const Difference = z.object({
  documentId: Id,
  title: z.string(),
  about: z.enum(["name", "birth-date", "address"]),
  printed: z.string(),
  kept: z.string(),
  /** A name-change paper that is held leads from the one to the other. */
  explained: z.boolean(),
  words: z.string(),
});

export const Readiness = z.object({
  on: Day,
  /** In plain words, one sentence an item. Never that somebody may work. */
  sentences: z.array(z.string()),
  /** One for each of my agencies; the starter profile of the profession where there is none; or the profile asked about. */
  profiles: z.array(ProfileReadiness),
  /** The smallest set of papers that makes all of them ready, by type. */
  toGet: z.array(z.object({ type: z.string(), name: z.string(), requirements: z.array(z.string()) })),
  /** Three at most. */
  doNext: z.array(NextStep),
  differences: z.array(Difference),
});
export type Readiness = z.infer<typeof Readiness>;

/** A paper that stops counting on a day. */
export const Expiry = z.object({
  documentId: Id,
  title: z.string(),
  type: z.string(),
  sensitivity: Sensitivity,
  /** The last good day. */
  endsOn: Day,
  /** Negative once it has ended. */
  daysLeft: z.number().int(),
  /** Names of my agencies whose list breaks without it. Empty when none asks for it. */
  wantedBy: z.array(z.object({ myAgencyId: Id.nullable(), name: z.string() })),
  leadDays: z.number().int(),
  /** The day by which to begin, where getting a new one takes time. */
  beginBy: Day.nullable(),
  bookedOn: Day.nullable(),
  snoozedUntil: Day.nullable(),
});
export type Expiry = z.infer<typeof Expiry>;
/** `on` null takes the booking back. */
export const BookExpiry = z.object({ on: Day.nullable() });

/** An agency a locum uses: one that is here, or one only they know of. */
export const MyAgency = z.object({
  id: Id,
  /** The agency here, when it is one. */
  agencyId: Id.nullable(),
  name: z.string(),
  website: z.string().nullable(),
  complianceEmail: z.string().nullable(),
  /** `not-here`: private, for readiness and packs. `waiting`, `approved`, `suspended`: as the service knows the agency. */
  state: z.enum(["not-here", "waiting", "approved", "suspended"]),
  /** As staff decided; null while the agency is not here. */
  mayHoldCriminalRecords: z.boolean().nullable(),
  profile: ProfileRef,
  addedAt: Instant,
  invitedAt: Instant.nullable(),
  /** What changed in the agency's profile since this locum last looked at it, and what that means for them. */
  changes: z
    .object({
      from: z.string(),
      to: z.string(),
      why: z.string().nullable(),
      items: z.array(z.object({ kind: z.enum(["added", "removed", "changed"]), title: z.string(), words: z.string() })),
    })
    .nullable(),
});
export type MyAgency = z.infer<typeof MyAgency>;
const AgencyWords = {
  name: z.string().trim().min(1, "Enter the agency's name").max(200),
  website: z
    .url({ protocol: /^https?$/, error: "Enter an address that begins with https://" })
    .max(300)
    .nullable(),
  complianceEmail: z.email("Enter an email address, for example name@example.com").max(254).nullable(),
  /** The starter profile it is judged by; the one of the profession when absent. */
  profileId: z.string().max(100).nullable(),
};
/** Either an agency that is here, or the words of one that is not. */
export const AddMyAgency = z.union([
  z.object({ agencyId: Id }).strict(),
  z.object(AgencyWords).partial().required({ name: true }).strict(),
]);
/** `to` of the changes that were shown, so that a version saved meanwhile is still told. Without it, all that there is. */
export const SeenChanges = z
  .object({ to: z.string().max(40) })
  .partial()
  .strict();
/** `agencyId` says that the private entry is this agency, which has joined since. */
export const ChangeMyAgency = z
  .object({ ...AgencyWords, agencyId: Id })
  .partial()
  .strict();
