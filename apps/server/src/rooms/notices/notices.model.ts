import { beginBy, isAfterEnd, type ReminderStep, reminderSteps, remindersDue } from "@locum-passport/compliance";
import type { ReminderKind, Sensitivity } from "@locum-passport/contract";
import type { z } from "zod";
import { daysLater } from "./london-time.model.ts";

/** A paper of somebody's that stops counting on a day, with all that decides what is said of it. */
export interface Ending {
  documentId: string;
  title: string;
  type: string;
  sensitivity: z.infer<typeof Sensitivity>;
  /** The last good day. */
  endsOn: string;
  /** Whether an agency's list breaks without it. */
  wanted: boolean;
  bookedOn: string | null;
  snoozedUntil: string | null;
  /** The day since when its dates are known. */
  changedOn: string;
}

/** For each kind of mail the day since when it is on; null: off. */
export type Wishes = Readonly<Record<ReminderKind, string | null>>;
/** Before anybody chose. */
export const everything: Wishes = {
  expiry: "1900-01-01",
  "after-expiry": "1900-01-01",
  "agency-profile-changed": "1900-01-01",
};

/** A step that is due, with the kind of mail it belongs to. */
export interface DueStep extends ReminderStep {
  kind: ReminderKind;
}

/** Every step of a paper that is due by today and wished for. Those that were told before are still among them. */
export function dueSteps(ending: Ending, wishes: Wishes, today: string): DueStep[] {
  return (["expiry", "after-expiry"] as const).flatMap((kind) => {
    const since = wishes[kind];
    if (since === null) return [];
    return remindersDue({
      type: ending.type,
      endsOn: ending.endsOn,
      since: since > ending.changedOn ? since : ending.changedOn,
      today,
      wanted: ending.wanted,
      bookedOn: ending.bookedOn,
      snoozedUntil: ending.snoozedUntil,
    }).flatMap((step) => (kindOf(step, ending.endsOn) === kind ? [{ ...step, kind }] : []));
  });
}

const kindOf = ({ id, day }: ReminderStep, endsOn: string): ReminderKind =>
  isAfterEnd(id) || day > endsOn ? "after-expiry" : "expiry";

/** Waiting alone changes little beside the steps; whatever it may be, somebody looks at least so often. */
const longestPause = 28;

/** The next day on which something falls due by waiting alone; null for who keeps nothing that ends. */
export function nextLook(endings: readonly Ending[], today: string): string | null {
  if (endings.length === 0) return null;
  const days = endings
    .flatMap(({ type, endsOn, bookedOn, snoozedUntil }) => [
      ...reminderSteps(type, endsOn).map(({ day }) => day),
      ...(bookedOn === null ? [] : [daysLater(bookedOn, 1)]),
      ...(snoozedUntil === null ? [] : [snoozedUntil]),
    ])
    .filter((day) => day > today);
  return days.reduce((one, two) => (one < two ? one : two), daysLater(today, longestPause));
}

/** What a reminder's mail is written from. No title: a mail names no paper. */
export interface ToldEnding {
  documentId: string;
  type: string;
  endsOn: string;
  /** The day to begin by where a new one takes time; null where it does not, or that day has passed. */
  beginBy: string | null;
  booked: boolean;
}

export function told(ending: Ending, today: string): ToldEnding {
  const begin = beginBy(ending.type, ending.endsOn);
  return {
    documentId: ending.documentId,
    type: ending.type,
    endsOn: ending.endsOn,
    beginBy: begin !== null && begin > today ? begin : null,
    booked: ending.bookedOn !== null,
  };
}

/** Acts in somebody's own log after which they are looked at again: what they keep, do, use, note and wish changed. */
export const watchedActs = [
  "document-added",
  "version-added",
  "document-changed",
  "document-deleted",
  "consent-withdrawn",
  "profile-changed",
  "answers-changed",
  "my-agency-added",
  "my-agency-changed",
  "my-agency-removed",
  "expiry-booked",
  "expiry-snoozed",
  "reminders-changed",
] as const;
