import { z } from "zod";
import { ProfileReadiness, ProfileRef } from "./compliance.ts";
import { Day, Id, Instant, Sensitivity } from "./primitives.ts";
import { OriginalSeen } from "./transfers.ts";

/** A profile as an author writes it: docs/profiles.md. Checked by the compliance package, which names each fault. */
export const ProfileText = z.record(z.string(), z.unknown());

export const SavedProfile = z.object({
  version: z.number().int(),
  at: Instant,
  by: z.string(),
  why: z.string(),
});
export const AgencyProfile = z.object({
  /** 0 while the agency has saved none and is judged by starter profiles. */
  version: z.number().int(),
  profile: ProfileText.nullable(),
  /** Newest first. */
  saved: z.array(SavedProfile),
});
export const AgencyProfileVersion = SavedProfile.extend({ profile: ProfileText });
/** `baseVersion` is the version the author began from: when somebody saved meanwhile, the second is told. */
export const SaveAgencyProfile = z.object({
  baseVersion: z.number().int().min(0),
  profile: ProfileText,
  why: z.string().trim().min(1, "Say why, in a sentence the locums will read").max(1000),
});
export const PreviewProfile = z.object({ profile: ProfileText });
export const ProfilePreview = z.object({
  errors: z.array(z.object({ at: z.string(), message: z.string() })),
  /** Readiness of an invented person; null when the profile has errors. */
  readiness: ProfileReadiness.nullable(),
  /** The invented person's name and what they hold, so that the author can follow. */
  person: z.object({ name: z.string(), holds: z.array(z.string()) }),
});

/** A sender with live access, judged by the copies and details sent to this agency and by nothing else. */
export const Candidate = z.object({
  /** Opaque, the same for one sender within one agency. */
  id: Id,
  name: z.string(),
  profession: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  transferIds: z.array(Id),
  profile: ProfileRef,
  asked: z.number().int(),
  held: z.number().int(),
  /** "28 of 31; hepatitis B not sent; BLS ends 12 March 2027" */
  summary: z.string(),
  notSent: z.array(z.string()),
  ends: z.array(z.object({ title: z.string(), on: Day })),
  originalsToSee: z.number().int(),
});
export type Candidate = z.infer<typeof Candidate>;
export const CandidateDetail = Candidate.extend({
  requirements: ProfileReadiness.shape.requirements,
  copies: z.array(
    z.object({
      id: Id,
      transferId: Id,
      type: z.string(),
      title: z.string(),
      sensitivity: Sensitivity,
      /** State and date of the copy, in words, by the details sent with it. */
      state: z.string(),
      line: z.string(),
      endsOn: Day.nullable(),
      originalSeen: OriginalSeen.nullable(),
    }),
  ),
});
export const CandidateExpiry = z.object({
  candidateId: Id,
  name: z.string(),
  registrationNumber: z.string().nullable(),
  title: z.string(),
  type: z.string(),
  endsOn: Day,
  daysLeft: z.number().int(),
  /** Titles of what the agency asks for that is met no more from the day after. */
  breaks: z.array(z.string()),
});
/** A named person says that they saw the original of a copy on a day. */
export const SeeOriginal = z.object({ on: Day });
