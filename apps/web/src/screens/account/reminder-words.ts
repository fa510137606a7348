import type { ReminderKind, Reminders } from "../../api/types.ts";

interface MailKind {
  kind: ReminderKind;
  /** As the settings call it. */
  setting: keyof Reminders["mails"];
  /** As the mails' own links call it. */
  words: string;
  when: string;
}

/** The kinds of mail that can be turned off, with when each comes. */
export const mailKinds: readonly MailKind[] = [
  {
    kind: "expiry",
    setting: "expiry",
    words: "Papers that will end",
    when: "90, 60, 30, 14 and 7 days before, the day before and on the day. Also when it is time to begin.",
  },
  {
    kind: "after-expiry",
    setting: "afterExpiry",
    words: "Papers that have ended",
    when: "1, 7 and 28 days after, while somebody still asks for it.",
  },
  {
    kind: "agency-profile-changed",
    setting: "agencyProfileChanged",
    words: "Changes in what agencies ask for",
    when: "When one of your agencies changes its list, and something on it is missing here.",
  },
];

export const stillMailed = "Mails about signing in, the safety of your account and your transfers always come.";

/** What no longer comes, as a phrase: "papers that will end". */
export const kindsInWords = (kinds: readonly ReminderKind[]): string[] =>
  mailKinds
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ words }) => words.charAt(0).toLowerCase() + words.slice(1));
