import { agencyInvitation } from "@locum-passport/contract/agency-invitation";

/**
 * Every mail of the service, in plain words. No name, paper, agency or reason stands in one: mail passes through many
 * machines. What happened is read after signing in. A link stands on a line of its own.
 */
interface MailFacts {
  /** Where the service is, without a slash at the end. */
  home: string;
  /** The link that only this mail holds. */
  link: string;
  code: string;
}

interface Mail {
  subject: string;
  lines: readonly string[];
}

const notYou = (home: string) => [
  "",
  "If this was not you, set a new password here. It signs out every device:",
  "",
  `${home}/reset-password`,
];
const lookAt = (what: string, url: string) => ["", `${what}:`, "", url];

export const mails = {
  "confirm-address": ({ link, code }: MailFacts) => ({
    subject: "Confirm your email address",
    lines: [
      "Somebody, most likely you, signed up for Locum Passport with this address.",
      "",
      "Open this link, on any device:",
      "",
      link,
      "",
      "Or type this code on the page where you signed up:",
      "",
      code,
      "",
      "Both work for 24 hours. If it was not you, do nothing: without the link or the code no account is made.",
    ],
  }),
  "address-has-account": ({ home }: MailFacts) => ({
    subject: "You have an account already",
    lines: [
      "Somebody, most likely you, signed up for Locum Passport with this address. It has an account already,",
      "so nothing was made and nothing was changed. We told nobody that the address is known here.",
      ...lookAt("Sign in", `${home}/sign-in`),
      ...lookAt("Or set a new password, if you forgot it", `${home}/reset-password`),
    ],
  }),
  "reset-password": ({ link }: MailFacts) => ({
    subject: "Set a new password",
    lines: [
      "Somebody, most likely you, asked to set a new password for Locum Passport.",
      "",
      "Open this link within an hour. It works once:",
      "",
      link,
      "",
      "Setting a new password signs out every device. A second factor is still asked for afterwards.",
      "If it was not you, do nothing: your password stays as it is.",
    ],
  }),
  "start-staff": ({ link }: MailFacts) => ({
    subject: "Your Locum Passport staff account",
    lines: [
      "A staff account of Locum Passport was made for this address.",
      "",
      "Open this link within seven days and set a password. It works once:",
      "",
      link,
      "",
      "Then sign in and turn on a second factor. Nothing opens for staff before that.",
    ],
  }),
  "new-device": ({ home }: MailFacts) => ({
    subject: "A new device signed in",
    lines: [
      "A device that was not seen before signed in to your account. Which one, and when, stands in your timeline.",
      ...lookAt("See your devices", `${home}/account/devices`),
      ...notYou(home),
    ],
  }),
  "sign-in-changed": ({ home }: MailFacts) => ({
    subject: "The way you sign in was changed",
    lines: [
      "Your password, a passkey or your second factor was changed. What and when stands in your timeline.",
      ...lookAt("See your account", `${home}/account`),
      ...notYou(home),
    ],
  }),
  "recovery-asked": ({ link }: MailFacts) => ({
    subject: "Your second factor will be taken off in 72 hours",
    lines: [
      "Somebody with your password asked us to take off your second factor, because it was lost.",
      "It comes off 72 hours after they asked, unless somebody stops it.",
      "",
      "If it was not you, stop it with this link, or on any device where you are signed in:",
      "",
      link,
      "",
      "Then set a new password. We remind you two more times.",
    ],
  }),
  "recovery-reminder": ({ link }: MailFacts) => ({
    subject: "Your second factor will soon be taken off",
    lines: [
      "Somebody with your password asked us to take off your second factor, because it was lost.",
      "It will come off within the next two days, unless somebody stops it.",
      "",
      "If it was not you, stop it with this link, or on any device where you are signed in:",
      "",
      link,
      "",
      "Then set a new password.",
    ],
  }),
  "recovery-done": ({ home }: MailFacts) => ({
    subject: "Your second factor was taken off",
    lines: [
      "72 hours have passed, and nobody stopped it: the second factor of your account was taken off.",
      "Sending copies stays frozen for 7 days. Sign in and turn on a new second factor.",
      ...lookAt("See your account", `${home}/account`),
      ...notYou(home),
    ],
  }),
  "agency-approved": ({ home }: MailFacts) => ({
    subject: "Your agency was approved",
    lines: ["The agency you asked for can receive copies now.", ...lookAt("Go to it", `${home}/agency`)],
  }),
  "agency-refused": ({ home }: MailFacts) => ({
    subject: "Your agency was not approved",
    lines: [
      "The agency you asked for was not approved. The reason stands there.",
      ...lookAt("Read it", `${home}/agency`),
    ],
  }),
  "agency-suspended": ({ home }: MailFacts) => ({
    subject: "An agency can open nothing for now",
    lines: [
      "An agency that you sent copies to was suspended. It can open nothing until we say otherwise, and what it",
      "downloaded before may remain with it.",
      ...lookAt("See which one", `${home}/transfers`),
    ],
  }),
  "agency-invitation": ({ link }: MailFacts) => ({
    subject: "You are invited to an agency on Locum Passport",
    lines: [
      "An agency asks you to join it on Locum Passport, where locums send it copies of their papers.",
      "",
      "Open this link within 14 days. It works once:",
      "",
      link,
      "",
      "If you did not expect this, do nothing.",
    ],
  }),
  // Word for word what the locum was shown before they asked for it.
  "agency-invited-here": ({ home }: MailFacts) => ({
    subject: agencyInvitation.subject,
    lines: agencyInvitation.lines(home),
  }),
  "copies-arrived": ({ home }: MailFacts) => ({
    subject: "A locum sent you copies",
    lines: ["A locum sent you copies.", ...lookAt("Sign in to see them", `${home}/agency`)],
  }),
  "copy-sent-back": ({ home }: MailFacts) => ({
    subject: "A copy was sent back",
    lines: [
      "An agency sent back one of the copies you sent, with a reason.",
      ...lookAt("Read the reason", `${home}/transfers`),
    ],
  }),
  "access-ending": ({ home }: MailFacts) => ({
    subject: "Access to your copies ends soon",
    lines: [
      "The access you gave to an agency ends soon. It ends by itself; you need to do nothing.",
      ...lookAt("Extend it, if you want to", `${home}/transfers`),
    ],
  }),
  "access-stopped": ({ home }: MailFacts) => ({
    subject: "A locum stopped your access",
    lines: [
      "A locum stopped your access to copies they sent you. They open no more.",
      ...lookAt("See which ones", `${home}/agency`),
    ],
  }),
} as const satisfies Record<string, (facts: MailFacts) => Mail>;

export type MailName = keyof typeof mails;
export const isMailName = (name: unknown): name is MailName => typeof name === "string" && Object.hasOwn(mails, name);

/** Subject and text of a mail. A mail that needs a link or a code and got none is a fault, not a mail with a hole. */
export function writeMail(name: MailName, home: string, facts: MailDetails = {}): { subject: string; text: string } {
  const lacks = (field: string) => {
    throw new Error(`The mail ${name} lacks its ${field}`);
  };
  const { subject, lines } = mails[name]({
    home,
    get link(): string {
      return facts.link ?? lacks("link");
    },
    get code(): string {
      return facts.code ?? lacks("code");
    },
  });
  return { subject, text: `${lines.join("\n")}\n\nLocum Passport\n` };
}

export interface MailDetails {
  link?: string;
  code?: string;
}
