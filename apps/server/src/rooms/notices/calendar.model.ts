/** One all-day event. */
export interface CalendarEvent {
  uid: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** The day after it. */
  dayAfter: string;
  title: string;
  /** The day it was last changed. */
  changedOn: string;
}

/**
 * An iCalendar text (RFC 5545): CRLF, lines folded at 75 octets between characters, text escaped. The same events give the
 * same bytes.
 */
export function writeCalendar(events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Locum Passport//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Locum Passport",
    // How often to ask again: the first is RFC 7986, the second is older and wider known.
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...[...events].sort((one, two) => compare(one.day, two.day) || compare(one.uid, two.uid)).flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

const eventLines = ({ uid, day, dayAfter, title, changedOn }: CalendarEvent): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTAMP:${compact(changedOn)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  // Exclusive: the event is that one day.
  `DTEND;VALUE=DATE:${compact(dayAfter)}`,
  `SUMMARY:${escaped(title)}`,
  "CLASS:PRIVATE",
  // It takes no time of the day.
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const compare = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0);
const compact = (day: string) => day.replaceAll("-", "");

/** Section 3.3.11. Control characters are not text at all. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");

const longestLine = 75;

/** Section 3.1: a line of more than 75 octets goes on after a line break and a space, which count too. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = "";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
