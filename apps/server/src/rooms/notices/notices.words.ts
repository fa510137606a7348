import type { ReminderKind } from "@locum-passport/contract";
import type { Wishes } from "./notices.model.ts";

const kindWords: Record<ReminderKind, string> = {
  expiry: "papers that will end",
  "after-expiry": "papers that have ended",
  "agency-profile-changed": "changes in what agencies ask for",
};
const kinds = ["expiry", "after-expiry", "agency-profile-changed"] as const;

/** What a change turned on or off, for the timeline; undefined when nothing. */
export function wishesChanged(before: Wishes, after: Wishes): string | undefined {
  const turned = (on: boolean) =>
    kinds
      .filter((kind) => (before[kind] !== null) !== on && (after[kind] !== null) === on)
      .map((kind) => kindWords[kind]);
  const words = [
    ...turned(false).map((what) => `no more mails about ${what}`),
    ...turned(true).map((what) => `mails about ${what} again`),
  ];
  return words.length === 0 ? undefined : words.join(", ");
}
