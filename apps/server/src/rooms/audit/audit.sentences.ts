import type { Label } from "@locum-passport/audit-log";
import type { Act } from "@locum-passport/contract";

/** Who acted, as a sentence begins: "You", "R. Shah at Acme Locums", "Our team", "Locum Passport". */
interface Told {
  who: string;
  label: Label;
  refused: boolean;
}
type Sentence = (told: Told) => string;

const text = (label: Label, field: string, otherwise: string): string => {
  const value = label[field];
  return value === undefined || value === "" ? otherwise : String(value);
};
const title = (told: Told) => text(told.label, "title", "a paper");
const agency = (told: Told) => text(told.label, "agency", "an agency");
/** "Acme's", and "Acme Locums'" for a name that ends with s. */
const whose = (name: string): string => (name.endsWith("s") ? `${name}'` : `${name}'s`);
const person = (told: Told) => text(told.label, "person", "somebody");
const counted = (told: Told, noun: string): string => {
  const count = Number(told.label.count ?? 1);
  return `${count} ${count === 1 ? noun : noun === "copy" ? "copies" : `${noun}s`}`;
};
const pages = (told: Told) =>
  told.label.pages === undefined ? "" : `, ${counted({ ...told, label: { count: told.label.pages } }, "page")}`;
const device = (told: Told) => text(told.label, "device", "a device");
const because = (told: Told) => (told.label.reason === undefined ? "" : `: ${told.label.reason}`);
const until = (told: Told) => (told.label.endsOn === undefined ? "" : ` until ${longDay(String(told.label.endsOn))}`);

const sentences: Record<Act, Sentence> = {
  "account-created": (t) => `${t.who} opened this account.`,
  "terms-accepted": (t) => `${t.who} accepted ${text(t.label, "title", "the terms")}${version(t)}.`,
  "address-confirmed": (t) => `${t.who} confirmed the email address.`,
  "password-accepted": (t) => `The password was accepted on ${device(t)}. The second factor was asked for.`,
  "signed-in": (t) => `${t.who} signed in on ${device(t)}.`,
  "sign-in-refused": () => "Somebody tried to sign in and was refused.",
  "signed-out": (t) => `${t.who} signed out.`,
  "device-signed-out": (t) => `${t.who} signed out ${device(t)}.`,
  "password-changed": (t) => `${t.who} changed the password.`,
  "password-reset-asked": () => "A new password was asked for by email.",
  "password-reset": (t) => `${t.who} set a new password by email. Every device was signed out.`,
  "second-factor-turned-on": (t) => `${t.who} turned on the second factor.`,
  "second-factor-turned-off": (t) => `${t.who} turned off the second factor.`,
  "recovery-code-used": (t) => `${t.who} used a recovery code.`,
  "recovery-codes-made": (t) => `${t.who} made new recovery codes.`,
  "second-factor-recovery-asked": () =>
    "Somebody with the password asked to replace a lost second factor. It takes 72 hours.",
  "second-factor-recovery-cancelled": (t) => `${t.who} cancelled the replacing of the second factor.`,
  "second-factor-recovered": () => "The lost second factor was taken off after 72 hours. Sending is frozen for 7 days.",
  "passkey-added": (t) => `${t.who} added a passkey.`,
  "passkey-removed": (t) => `${t.who} removed a passkey.`,
  "profile-changed": (t) => `${t.who} changed the profile${t.label.title === undefined ? "" : `: ${t.label.title}`}.`,
  "consent-given": (t) => `${t.who} said yes to keeping ${text(t.label, "title", "such")} papers here.`,
  "consent-withdrawn": (t) =>
    `${t.who} took back the yes to keeping ${text(t.label, "title", "such")} papers. They were deleted.`,
  "document-added": (t) => `${t.who} added ${title(t)}${pages(t)}.`,
  "version-added": (t) => `${t.who} replaced ${title(t)}. The old one is kept as a past version.`,
  "document-changed": (t) =>
    `${t.who} changed ${title(t)}${t.label.changed === undefined ? "" : `: ${t.label.changed}`}.`,
  "document-deleted": (t) => `${t.who} deleted ${title(t)}, every version of it and its keys.`,
  "document-opened": (t) =>
    t.label.reason === undefined
      ? `${t.who} looked at ${title(t)}.`
      : `${machineOpened(t)} opened by machine ${t.label.reason}. Nobody looked.`,
  "document-downloaded": (t) => `${t.who} downloaded ${title(t)}.`,
  "thumbnails-shown": (t) => `${t.who} looked through the first pages of the papers here.`,
  "pictures-made": (t) => `Pictures of the pages of ${title(t)} were made by machine. Nobody looked.`,
  "staff-notified": (t) =>
    `Our team got a note that ${text(t.label, "category", "a document")} arrived. They cannot open it.`,
  "transfer-sent": (t) => `${t.who} sent ${counted(t, "copy")} to ${agency(t)}${until(t)}.`,
  "transfer-extended": (t) => `${t.who} extended what ${agency(t)} can open${until(t)}.`,
  "copies-added": (t) => `${t.who} added ${counted(t, "copy")} to what ${agency(t)} can open.`,
  "transfer-stopped": (t) => `${t.who} stopped ${whose(agency(t))} access. ${held(t)}`,
  "transfer-ended": (t) =>
    `${whose(agency(t))} access${t.label.title === undefined ? "" : ` to ${t.label.title}`} ended by itself.`,
  "copy-opened": (t) => `${t.who} opened ${title(t)}.`,
  "copy-downloaded": (t) => `${t.who} downloaded ${title(t)}.`,
  "pack-downloaded": (t) => `${t.who} downloaded ${counted(t, "copy")} as one pack.`,
  "copy-sent-back": (t) => `${t.who} sent back ${title(t)}${because(t)}.`,
  "opening-refused": (t) =>
    `${t.who} tried to open ${title(t)} ${text(t.label, "when", "after the access had ended")}. They saw nothing.`,
  "receipt-made": (t) => `The receipt for ${agency(t)} was signed.`,
  "answers-changed": (t) => `${t.who} answered ${text(t.label, "title", "questions about the work")}.`,
  "my-agency-added": (t) => `${t.who} added ${agency(t)} to your agencies.`,
  "my-agency-changed": (t) => `${t.who} changed what is kept about ${agency(t)}.`,
  "my-agency-removed": (t) => `${t.who} took ${agency(t)} off your agencies.`,
  "agency-invited-here": (t) => `${t.who} asked us to invite ${agency(t)} to Locum Passport.`,
  "draft-saved": (t) => `${t.who} prepared ${counted(t, "copy")} for ${agency(t)}. Nothing was sent.`,
  "draft-deleted": (t) => `${t.who} deleted what was prepared for ${agency(t)}.`,
  "expiry-booked": (t) =>
    t.label.on === undefined
      ? `${t.who} took back the booking for ${title(t)}.`
      : `${t.who} noted a booking for ${title(t)} on ${longDay(String(t.label.on))}.`,
  "expiry-snoozed": (t) => `${t.who} put off reminders about ${title(t)}${until(t)}.`,
  "reminder-sent": (t) => `A reminder went to you: ${title(t)}.`,
  "reminders-changed": (t) =>
    t.label.link === true
      ? `The link in a reminder was pressed: ${text(t.label, "title", "a kind of mail is off")}.`
      : `${t.who} changed the reminders: ${text(t.label, "title", "a kind of mail")}.`,
  "calendar-turned-on": (t) => `${t.who} made a new secret calendar address. An older one stopped working.`,
  "calendar-turned-off": (t) => `${t.who} turned off the calendar address.`,
  "calendar-read": () => "Your calendar address was read. Whoever keeps your calendar sees what it says.",
  "pack-asked": (t) => `${t.who} asked for a pack of ${counted(t, "paper")} for ${agency(t)}.`,
  "pack-made": (t) => `A pack of ${counted(t, "paper")} for ${agency(t)} was made by machine. Nobody looked.`,
  "pack-fetched": (t) =>
    `${t.who} downloaded the pack for ${agency(t)}${asFile(t)}. It is yours to send; we cannot see what happens to it.`,
  "pack-ended": (t) => packEnded(t),
  "original-seen": (t) =>
    t.label.on === undefined
      ? `${t.who} took back the record that the original of ${title(t)} was seen in person.`
      : `${t.who} recorded that they saw the original of ${title(t)} in person on ${longDay(String(t.label.on))}.`,
  "candidates-listed": (t) => `${t.who} looked through the list of candidates.`,
  "candidate-read": (t) =>
    t.label.sender === undefined
      ? `${t.who} looked at your record there: the titles and dates of what you sent, against what they ask for.`
      : `${t.who} looked at ${whose(text(t.label, "sender", "a candidate"))} record.`,
  "expiries-taken": (t) =>
    t.label.days === undefined
      ? `${t.who} downloaded a list of what ends soon, with papers of yours in it.`
      : `${t.who} downloaded a list of what ends within ${counted({ ...t, label: { count: t.label.days } }, "day")}.`,
  "agency-profile-saved": (t) =>
    `${t.who} saved version ${text(t.label, "version", "1")} of what ${agency(t)} asks for.`,
  "job-retried": (t) => `${t.who} had background work tried again: ${title(t)}.`,
  "record-exported": (t) => `${t.who} downloaded the whole record.`,
  "record-checked": (t) => `${t.who} checked the whole record.`,
  "agency-asked": (t) => `${t.who} asked for ${agency(t)} to be approved.`,
  "agency-approved": (t) =>
    `${t.who} approved ${agency(t)}${t.label.mayHold === true ? ". It may hold criminal-record papers" : ""}.`,
  "agency-refused": (t) => `${t.who} refused ${agency(t)}${because(t)}.`,
  "agency-suspended": (t) => `${t.who} suspended ${agency(t)}. It can open nothing now${because(t)}.`,
  "agency-resumed": (t) => `${t.who} let ${agency(t)} go on.`,
  "agency-terms-accepted": (t) => `${t.who} accepted the agency terms${version(t)}.`,
  "member-invited": (t) => `${t.who} invited a member.`,
  "invitation-withdrawn": (t) => `${t.who} withdrew an invitation.`,
  "member-joined": (t) => `${person(t)} joined ${agency(t)}.`,
  "member-removed": (t) => `${t.who} removed ${person(t)} from ${agency(t)}. Their sessions ended.`,
  "member-promoted": (t) => `${t.who} made ${person(t)} ${text(t.label, "role", "an owner")} of ${agency(t)}.`,
  "staff-added": (t) => `${t.who} added a member of staff.`,
  "uploads-listed": (t) => `${t.who} looked at the list of arrivals.`,
  "operator-verified": (t) => `${t.who} checked the whole log, and the files against it.`,
  "service-started": () => "The service was started for the first time.",
};

const machineOpened = (told: Told): string => {
  if (told.label.count === undefined) return `${title(told)} was`;
  return `${counted(told, "paper")} ${Number(told.label.count) === 1 ? "was" : "were"}`;
};

const asFile = ({ label }: Told): string =>
  label.file === undefined ? "" : ` as a ${String(label.file).toUpperCase()}`;

function packEnded(told: Told): string {
  const pack = `the pack for ${agency(told)}`;
  switch (told.label.reason) {
    case "cancelled":
      return `${told.who} cancelled ${pack} while it was made. Nothing of it was kept.`;
    case "destroyed":
      return `${told.who} destroyed ${pack} and its keys.`;
    case "paper-deleted":
      return `T${pack.slice(1)} and its keys were destroyed, because a paper in it was deleted.`;
    case "failed":
      return `T${pack.slice(1)} could not be made. Nothing of it was kept.`;
    default:
      return `T${pack.slice(1)} and its keys were destroyed after a day.`;
  }
}

function version(told: Told): string {
  return told.label.version === undefined ? "" : `, version ${told.label.version}`;
}

function held(told: Told): string {
  const downloaded = Number(told.label.downloaded ?? 0);
  if (downloaded === 0) return "It had downloaded nothing.";
  return `It still holds the ${downloaded === 1 ? "copy" : `${downloaded} copies`} it downloaded.`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** `2027-03-14` as `14 March 2027`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** One sentence for one entry: who, did what, to what; from the words kept when it happened. */
export function sentenceOf(act: Act, told: Told): string {
  return sentences[act](told);
}
