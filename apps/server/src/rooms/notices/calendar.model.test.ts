import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, writeCalendar } from "./calendar.model.ts";

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "0123456789abcdef@locum-passport",
  day: "2028-02-29",
  dayAfter: "2028-03-01",
  title: "Something in your passport ends",
  changedOn: "2026-11-23",
  ...change,
});
/** RFC 5545 section 3.1, read by the letter and not by our own folding. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("an event is the one day, with the day after as its end", () => {
  expect(writeCalendar([event()]).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Locum Passport//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Locum Passport",
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    "BEGIN:VEVENT",
    "UID:0123456789abcdef@locum-passport",
    "DTSTAMP:20261123T000000Z",
    "DTSTART;VALUE=DATE:20280229",
    "DTEND;VALUE=DATE:20280301",
    "SUMMARY:Something in your passport ends",
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("whatever a title holds, lines are of 75 octets at most, whole characters, and read back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const text = writeCalendar([event({ title })]);
      const bytes = Buffer.from(text, "utf8");
      expect(bytes.toString("utf8")).toBe(text);
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const summary = unfolded(text).find((line) => line.startsWith("SUMMARY:")) ?? "";
      const read = summary.slice(8).replace(/\\(.)/g, (_, character) => (character === "n" ? "\n" : character));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      expect(read).toBe(title.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));
    }),
  );
});

test("no title adds a line of its own", () => {
  const text = writeCalendar([event({ title: "x\r\nATTENDEE:mailto:a@example.test\nEND:VEVENT" })]);
  expect(unfolded(text).filter((line) => /^(ATTENDEE|END:VEVENT)/.test(line))).toEqual(["END:VEVENT"]);
});

test("the same events in another order are the same bytes", () => {
  const [one, two] = [event(), event({ day: "2027-01-01", dayAfter: "2027-01-02", uid: "f@locum-passport" })];
  expect(writeCalendar([one, two])).toBe(writeCalendar([two, one]));
});
