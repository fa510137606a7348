import { z } from "zod";
import { Instant } from "./primitives.ts";

/** What is mailed. Security mails cannot be turned off. */
export const ReminderKind = z.enum(["expiry", "after-expiry", "agency-profile-changed"]);
export type ReminderKind = z.infer<typeof ReminderKind>;

export const Reminders = z.object({
  mails: z.object({ expiry: z.boolean(), afterExpiry: z.boolean(), agencyProfileChanged: z.boolean() }),
  calendar: z.object({
    on: z.boolean(),
    /** Neutral: "Something in your passport ends". Named: the paper's name, except health and criminal-record papers. */
    named: z.boolean(),
    turnedOnAt: Instant.nullable(),
    lastReadAt: Instant.nullable(),
  }),
});
export type Reminders = z.infer<typeof Reminders>;
export const ChangeReminders = z
  .object({ mails: Reminders.shape.mails.partial().strict(), calendarNamed: z.boolean() })
  .partial()
  .strict();
/** The secret address is shown once; only its hash is kept. */
export const CalendarAddress = z.object({ address: z.string() });
/**
 * From the link of a mail, without signing in: turns off what that link names and nothing else. A link in the text names one
 * kind; the mail program's own button names the kinds that stand in that mail.
 */
export const Unsubscribe = z.object({ token: z.string().min(16).max(512) });
export const Unsubscribed = z.object({ kinds: z.array(ReminderKind) });

/** Background work as staff see it: what, how many, since when. Never whose. */
export const JobGroup = z.object({
  name: z.string(),
  waiting: z.number().int(),
  running: z.number().int(),
  /** Tried and failed, will be tried again. */
  retrying: z.number().int(),
  /** Gave up: staff try it again or look into it. */
  stuck: z.number().int(),
  oldestAt: Instant.nullable(),
  lastError: z.string().nullable(),
});
export const Jobs = z.object({ items: z.array(JobGroup) });
