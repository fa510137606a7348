import { z } from "zod";

/**
 * Every coded refusal of the service: its HTTP status, and a default sentence that says what happened and what to do.
 * Codes are stable; sentences may be made more exact where the refusal is raised.
 */
export const errorCatalogue = {
  "bad-input": [400, "Some of what was sent cannot be used", "Correct the fields named below and send it again."],
  "not-signed-in": [401, "You are not signed in", "Sign in, then try again."],
  "wrong-credentials": [401, "That email address and password do not match", "Try again, or reset the password."],
  "not-found": [404, "There is nothing here for you", "It is not there, or it is not yours. Check the address."],
  "terms-not-accepted": [
    403,
    "The current terms have not been accepted",
    "Read the licence and the privacy notice, accept both by their current version and confirm that you are 18 or over.",
  ],
  "second-factor-needed": [
    403,
    "A second factor is needed first",
    "Turn on a second factor under Account, then sign in again with it.",
  ],
  "sign-in-again": [
    403,
    "Sign in again first",
    "A way to sign in can be added within an hour of signing in. Sign out, sign in, and do it then.",
  ],
  "consent-needed": [
    403,
    "Your own yes is needed first",
    "Read the notice named in errors and say yes to it, then try again.",
  ],
  "download-not-allowed": [
    403,
    "The sender allowed viewing only",
    "Look at the pages here, or ask the sender to allow downloads.",
  ],
  "address-not-confirmed": [
    403,
    "The email address is not confirmed yet",
    "Use the link or the six-digit code in the mail we sent, or ask for a new one.",
  ],
  "agency-not-approved": [
    403,
    "This agency cannot receive copies now",
    "It is not approved, or it is suspended. Choose another agency or wait until it is approved.",
  ],
  "agency-terms-not-accepted": [
    403,
    "The agency has not accepted the current agency terms",
    "An owner of the agency accepts them under Agency, then copies can be received.",
  ],
  "may-not-hold-criminal-records": [
    403,
    "This agency may not hold criminal-record papers",
    "Leave the criminal-record papers out, or choose an agency that may hold them.",
  ],
  "type-needed": [403, "A paper without a type cannot be sent", "Say what kind of paper it is, then send it."],
  "pictures-needed": [
    403,
    "A paper without page pictures cannot be sent for viewing only",
    "Allow downloads, or leave this paper out.",
  ],
  "transfer-not-active": [403, "This transfer has ended", "Send a new transfer if the agency should see copies again."],
  "sending-frozen": [
    403,
    "Sending is frozen for now",
    "The second factor of this account was replaced. Sending opens again seven days after that.",
  ],
  "owner-needed": [403, "An owner of the agency does this", "Ask an owner of your agency."],
  "last-owner": [403, "An agency keeps at least one owner", "Make another member an owner first."],
  "already-a-member": [
    409,
    "That person already belongs to an agency",
    "A person can be a member of one agency at a time.",
  ],
  "already-decided": [409, "This was decided already", "Load the page again to see what was decided."],
  "profile-changed-meanwhile": [
    409,
    "Somebody saved this profile after you began",
    "Nothing of yours was lost: look at what they saved, then make your change again on top of it.",
  ],
  "profile-not-usable": [
    400,
    "This profile cannot be used",
    "Correct the places named below. Nothing was saved, and the version before stays in force.",
  ],
  "pack-not-ready": [409, "This pack is not ready", "Wait until it is made, or make it again."],
  "too-many-packs": [
    409,
    "You keep as many packs as fit here",
    "Delete one that you no longer need, then make this one.",
  ],
  "account-full": [
    403,
    "This does not fit beside what you keep here",
    "Nothing was kept. Delete a paper that you no longer need, then add this one.",
  ],
  "agency-here-already": [409, "This agency is among yours already", "Look for it under Agencies."],
  "too-late-to-put-off": [
    403,
    "This cannot be put off any more",
    "It ends within a week, or has ended. Replace the paper, or note when you have booked it.",
  ],
  conflict: [409, "Somebody changed this at the same time", "Load it again, then repeat your change."],
  "idempotency-key-reused": [
    409,
    "This idempotency key belongs to another request",
    "Use a new key for a new request.",
  ],
  "idempotency-key-in-use": [
    409,
    "The first request with this key is still running",
    "Wait a moment, then send it again with the same key.",
  ],
  "idempotency-answer-lost": [
    409,
    "This was done, and its answer was lost",
    "The service stopped before it could answer. Do not ask for it again: load the page again, or look in the timeline, to see what was done.",
  ],
  "file-empty": [400, "This file has nothing in it", "Choose another one."],
  "too-many-files": [400, "There are more than 20 files", "Choose 20 files or fewer at a time."],
  "file-missing": [400, "No file came with this", "Choose a file or take a photo."],
  "upload-cut": [400, "The file did not reach us", "Nothing was kept. Try again."],
  "file-too-large": [413, "This file is too large", "Choose a file smaller than 25 MB."],
  "request-too-large": [413, "This request is too large", "Send less at a time."],
  "file-type-not-accepted": [
    415,
    "This kind of file is not accepted",
    "Choose a PDF, JPG, PNG, HEIC or WebP file. A CV may also be a DOCX.",
  ],
  "media-type-not-accepted": [
    415,
    "The request has a content type that is not taken here",
    "Send JSON, or multipart/form-data where files are sent.",
  ],
  "too-many-requests": [429, "Too many tries", "Wait for the time in Retry-After, then try again."],
  "too-many-uploads": [429, "Too many uploads of yours are running", "Wait until one has finished, then go on."],
  "wrong-code": [400, "That code does not match or was used already", "Type the newest code, or ask for a new one."],
  "link-expired": [400, "This link or code has run out or was used already", "Ask for a new one."],
  "origin-not-ours": [403, "This request came from another site", "Open the service itself and try there."],
  "cross-site-opening": [403, "Papers cannot be opened from another site", "Open the service itself and look there."],
  "storage-full": [
    503,
    "There is no room to store this now",
    "Nothing was kept. Try again later; the operator has been told.",
  ],
  unavailable: [503, "A part of the service is not available", "Nothing was lost. Try again in a moment."],
  internal: [
    500,
    "Something went wrong on our side",
    "Nothing was changed. Try again; if it stays, tell support the time.",
  ],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

export type ErrorCode = keyof typeof errorCatalogue;
export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[];

/** RFC 9457 problem document with a stable `code`, and field errors for bad input. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
