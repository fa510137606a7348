// Written by generate.mjs from data/. Change it there.
import type { LeadTime } from "../expiries/lead-times.ts";
import type { ReminderTimes } from "../expiries/reminders.ts";

export const leadTimes: readonly LeadTime[] = [
  {
    type: "dbs-certificate",
    days: 28,
    words: "about four weeks",
  },
  {
    type: "pvg",
    days: 28,
    words: "about four weeks",
  },
  {
    type: "accessni",
    days: 28,
    words: "about four weeks",
  },
  {
    type: "overseas-police",
    days: 42,
    words: "about six weeks",
  },
  {
    type: "gphc-registration",
    months: 2,
    words: "two months",
  },
  {
    type: "revalidation",
    months: 2,
    words: "about two months",
  },
  {
    type: "appraisal",
    days: 42,
    words: "about six weeks",
  },
  {
    type: "passport",
    days: 28,
    words: "about four weeks",
  },
  {
    type: "driving-licence",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "visa-evisa",
    days: 56,
    words: "about eight weeks",
  },
  {
    type: "certificate-of-sponsorship",
    days: 56,
    words: "about eight weeks",
  },
  {
    type: "fit-to-work",
    days: 28,
    words: "about four weeks",
  },
  {
    type: "hepb-antibody",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "epp-hbsag",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "epp-hepc",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "epp-hiv",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "reference",
    days: 21,
    words: "about three weeks",
  },
  {
    type: "als",
    days: 60,
    words: "about two months, since places on courses fill up",
  },
  {
    type: "epals",
    days: 60,
    words: "about two months, since places on courses fill up",
  },
  {
    type: "nls",
    days: 60,
    words: "about two months, since places on courses fill up",
  },
  {
    type: "ils",
    days: 30,
    words: "about a month, since places on courses fill up",
  },
  {
    type: "pils",
    days: 30,
    words: "about a month, since places on courses fill up",
  },
  {
    type: "bls",
    days: 14,
    words: "about two weeks",
  },
  {
    type: "moving-handling",
    days: 14,
    words: "about two weeks",
  },
];

export const reminderTimes: ReminderTimes = {
  before: [90, 60, 30, 14, 7, 1, 0],
  after: [1, 7, 28],
  noticeBeforeBegin: 14,
  snoozeDays: 14,
  neverSnoozedPast: 7,
};
