import { type Category, dayInWords, documentType } from "@locum-passport/compliance";
import type { ReminderKind } from "@locum-passport/contract";
import type { ToldEnding } from "./notices.model.ts";

/**
 * The one digest of a day. No name, paper or agency stands in it, in its subject neither: mail passes through many
 * machines, and lies open on many screens. It says in which group something ends and when; which paper that is, is read
 * after signing in. Of groups that would give the paper away, such as criminal records, not even the group is said.
 */
export interface Digest {
  endings: readonly (ToldEnding & { kind: ReminderKind })[];
  /** How many agencies ask for something else now, so that something on their lists is missing. */
  changedAgencies: number;
}

interface DigestLinks {
  home: string;
  /** For each kind in this digest, where it is turned off. */
  turnOff: Partial<Record<ReminderKind, string>>;
}

const groups: Partial<Record<Category, string>> = {
  identity: "identity",
  registration: "registration",
  history: "work history",
  health: "health",
  training: "training",
  indemnity: "indemnity",
  appraisal: "appraisal",
  "performers-list": "performers list",
};

const turnOffWords: Record<ReminderKind, string> = {
  expiry: "Turn off mails about papers that will end",
  "after-expiry": "Turn off mails about papers that have ended",
  "agency-profile-changed": "Turn off mails about changes in what agencies ask for",
};

export function writeDigest({ endings, changedAgencies }: Digest, { home, turnOff }: DigestLinks) {
  const changed = changedAgencies === 0 ? [] : [changedLine(changedAgencies)];
  const links = (Object.keys(turnOffWords) as ReminderKind[]).flatMap((kind) => {
    const link = turnOff[kind];
    return link === undefined ? [] : ["", `${turnOffWords[kind]}:`, "", link];
  });
  const lines = [
    ...[...endings].sort(byDay).map(endingLine),
    ...(endings.length === 0
      ? []
      : ["", "See which, note a booking, or put it off for two weeks:", "", `${home}/expiry`]),
    ...(changed.length === 0 || endings.length === 0 ? changed : ["", ...changed]),
    ...(changed.length === 0 ? [] : ["", "See what is missing:", "", `${home}/agencies`]),
    ...links,
  ];
  return { subject: subjectOf({ endings, changedAgencies }), text: `${lines.join("\n")}\n\nLocum Passport\n` };
}

const byDay = (one: ToldEnding, two: ToldEnding) => (one.endsOn < two.endsOn ? -1 : one.endsOn > two.endsOn ? 1 : 0);

function subjectOf({ endings, changedAgencies }: Digest): string {
  const [first] = endings;
  if (first === undefined) return "What an agency asks for has changed";
  if (endings.length + changedAgencies > 1) return "A few things in your passport need a look";
  return `Something in your passport ${verb(first)} on ${dayInWords(first.endsOn)}`;
}

const verb = ({ kind }: { kind: ReminderKind }) => (kind === "after-expiry" ? "ended" : "ends");

/** What, when and the next step, in that order. */
function endingLine(ending: Digest["endings"][number]): string {
  const category = documentType(ending.type)?.category;
  const group = category === undefined ? undefined : groups[category];
  const what = group === undefined ? "Something in your passport" : `A paper in your ${group} group`;
  return `${what} ${verb(ending)} on ${dayInWords(ending.endsOn)}. ${nextStep(ending)}`;
}

function nextStep({ kind, beginBy, booked }: Digest["endings"][number]): string {
  if (booked) return "The day you booked has passed: add the new one when you have it.";
  if (kind === "after-expiry") return "Add the new one when you have it.";
  if (beginBy !== null) return `Getting a new one takes time: begin by ${dayInWords(beginBy)}.`;
  return "Add the new one before then.";
}

const changedLine = (count: number): string =>
  count === 1
    ? "One of your agencies asks for something else now, and something on its list is missing."
    : `${count} of your agencies ask for something else now, and something on their lists is missing.`;
