import type { JobGroup } from "../../api/types.ts";
import { count } from "../../design/words.ts";

/** What each kind of background work does, by the name the service gives it. A name that is not here is shown as it is. */
const names = new Map<string, string>(
  Object.entries({
    "after-agreement": "What follows an agreement",
    "look-for-reminders": "Looking for what ends",
    "mail-digest": "Mails of reminders",
    "make-pack": "Packs to e-mail",
    "make-pictures": "Page pictures",
    "note-refused-sign-in": "Notes of refused sign-ins",
    "recovery-end": "Ends of the 72 hours for a lost second factor",
    "recovery-mail": "Mails about a lost second factor",
    "send-confirmation": "Mails that confirm an address",
    "send-mail": "Mails",
    "send-password-link": "Mails with a link for a new password",
    "sign-receipt": "Receipts to sign",
    "tell-agency-stopped": "Telling agencies that access has stopped",
    "schedule:end-transfers": "Each ten minutes: transfers whose last day is over",
    "schedule:forget-idempotency-keys": "Regularly: keys of repeated requests are forgotten",
    "schedule:forget-what-is-over": "Regularly: tries and links that have run out are forgotten",
    "schedule:reminders": "Each five minutes: who has something to be reminded of",
    "schedule:sweep-blobs": "Each ten minutes: bytes that belong to nobody are removed",
    "schedule:sweep-packs": "Each ten minutes: packs whose day is over",
    "schedule:sweep-sign-ups": "Each hour: sign-ups that were never confirmed",
  }),
);

export const workName = (name: string): string => names.get(name) ?? name;

export type WorkState = "stuck" | "retrying" | "moving" | "quiet";

/** What needs somebody first: given up, then failing, then what waits or runs, then what rests. */
export function workState({ stuck, retrying, waiting, running }: JobGroup): WorkState {
  if (stuck > 0) return "stuck";
  if (retrying > 0) return "retrying";
  return waiting + running > 0 ? "moving" : "quiet";
}

const order: readonly WorkState[] = ["stuck", "retrying", "moving", "quiet"];

export const byNeed = (groups: readonly JobGroup[]): JobGroup[] =>
  [...groups].sort(
    (one, two) =>
      order.indexOf(workState(one)) - order.indexOf(workState(two)) ||
      workName(one.name).localeCompare(workName(two.name), "en-GB"),
  );

/** One sentence for the head of the screen. */
export function workInWords(groups: readonly JobGroup[]): string {
  const sum = (key: "stuck" | "retrying") => groups.reduce((total, group) => total + group[key], 0);
  const [stuck, retrying] = [sum("stuck"), sum("retrying")];
  if (stuck > 0) return `${count(stuck, "job")} gave up and ${stuck === 1 ? "waits" : "wait"} for somebody here.`;
  if (retrying > 0)
    return `${count(retrying, "job")} failed and ${retrying === 1 ? "is tried again by itself" : "are tried again by themselves"}.`;
  return "Nothing has failed.";
}
