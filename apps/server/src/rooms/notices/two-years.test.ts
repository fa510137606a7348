import { dayInWords, reminderSteps } from "@locum-passport/compliance";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import type { MailMessage } from "../../platform/mail/mailer.ts";
import { addMyAgency } from "../compliance/actions/my-agencies.ts";
import { reminderRound } from "./actions/round.ts";
import { dayOfInstant, daysLater, morningOf } from "./london-time.model.ts";
import { Killed, openReminderHouse, type ReminderHouse } from "./notices.testing.ts";

const people = 200;
const days = 730;
const first = "2027-01-04";
const seed = 20270104;

let t: ReminderHouse;
beforeAll(async () => {
  t = await openReminderHouse();
  t.house.clock.set(morningOf(first));
  await t.asks(1, [...asked]);
});
afterAll(() => t.house.close());

/** Mulberry32: the same numbers each time, so that a fault comes again. */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = numbers(seed);
const below = (n: number) => Math.floor(random() * n);
const happens = (chance: number) => random() < chance;

let killed = 0;
function mayDie(chance: number): void {
  if (!happens(chance)) return;
  killed += 1;
  throw new Killed();
}

/** A server that dies now and then: before and after a commit, and before and after a mail is handed over. */
function mortal(ctx: Context): Context {
  const { mail } = ctx.ports;
  return {
    ...ctx,
    ports: {
      ...ctx.ports,
      mail: {
        ...mail,
        async send(message) {
          mayDie(0.02);
          await mail.send(message);
          mayDie(0.05);
        },
      },
    },
    async house(run) {
      mayDie(0.02);
      const done = await ctx.house(run);
      mayDie(0.02);
      return done;
    },
  };
}

async function untilItLives(run: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}

interface Kept {
  person: string;
  paper: string;
  type: string;
  field: string;
  /** The last good day, typed in the evening of a day. The last one holds. */
  ends: { typedOn: string; endsOn: string }[];
}

/** What their agency asks for: only of these something is said after their end. */
const asked = new Set(["passport"]);
const kinds = [
  { type: "passport", field: "expiryDate" },
  { type: "driving-licence", field: "expiryDate" },
  { type: "smartcard", field: "certificateExpiry" },
] as const;

/** Each person keeps a paper or two, many of them a passport, each typed on a day of its own; some learn of another last day later. */
function papersOf(person: string, taken: Set<string>): Kept[] {
  const kept: Kept[] = [];
  const from = below(kinds.length);
  for (const { type, field } of kinds.slice(from, from + (happens(0.4) ? 2 : 1))) {
    const typedOn = daysLater(first, below(days - 100));
    const ends = [{ typedOn, endsOn: newEnd(typedOn, taken) }];
    if (happens(0.25)) {
      const later = daysLater(typedOn, 1 + below(200));
      ends.push({ typedOn: later, endsOn: newEnd(later, taken) });
    }
    kept.push({ person, paper: t.house.service().newId(), type, field, ends });
  }
  return kept;
}

/** No two papers of a person end on one day, so that a line of a mail, which names no paper, tells which it is about. */
function newEnd(from: string, taken: Set<string>): string {
  for (;;) {
    const day = daysLater(from, below(420) - 20);
    if (!taken.has(day)) {
      taken.add(day);
      return day;
    }
  }
}

const typeIn = ({ person, paper, type, field, ends }: Kept, day: string) =>
  Promise.all(
    ends.map(async ({ typedOn, endsOn }, at) => {
      if (typedOn !== day) return;
      const words = { id: paper, type, details: { [field]: endsOn } };
      await (at === 0 ? t.keep(person, words) : t.change(person, words));
    }),
  );

/** What must be mailed, by the steps alone: each on the first morning, of those on which a server ran, that is not before its day. */
function owed({ person, type, ends }: Kept, mornings: readonly string[]): string[] {
  return ends.flatMap(({ typedOn, endsOn }, at) => {
    const next = ends[at + 1]?.typedOn;
    const told = reminderSteps(type, endsOn).flatMap(({ day }) => {
      if (day < typedOn || (day > endsOn && !asked.has(type))) return [];
      const morning = mornings.find((one) => one >= day && one > typedOn);
      // Another last day was typed before the morning came: the old one is told of no more.
      if (morning === undefined || (next !== undefined && morning > next)) return [];
      return [line(person, morning, endsOn)];
    });
    return [...new Set(told)];
  });
}

const line = (person: string, day: string, endsOn: string) => `${day} ${person} ${dayInWords(endsOn)}`;

const linesOf = (person: string, { text, at }: MailMessage) =>
  [...text.matchAll(/ end(?:s|ed) on (\d{1,2} \w+ \d{4})\./g)].map(([, day]) => `${dayOfInstant(at)} ${person} ${day}`);

const without = (all: readonly string[], some: readonly string[]) => {
  const known = new Set(some);
  return all.filter((one) => !known.has(one));
};
const doubles = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at);

test(`for ${people} people over two years, with two servers that die at any moment and days without any, no reminder is missed and none is mailed twice`, {
  timeout: 900_000,
}, async () => {
  const kept: Kept[] = [];
  const mailed = new Map<string, string>();
  for (let n = 0; n < people; n += 1) {
    const person = await t.person(`specimen-${n}@example.test`);
    await addMyAgency(t.as(person), { agencyId: t.acme.id });
    kept.push(...papersOf(person, new Set()));
    mailed.set(`specimen-${n}@example.test`, person);
  }
  const typedOn = new Map<string, Kept[]>();
  for (const paper of kept)
    for (const day of new Set(paper.ends.map((end) => end.typedOn))) {
      const list = typedOn.get(day) ?? [];
      typedOn.set(day, [...list, paper]);
    }

  const mornings: string[] = [];
  let down = 0;
  for (let n = 0; n < days; n += 1) {
    const day = daysLater(first, n);
    down = down > 0 ? down - 1 : happens(0.02) ? 1 + below(4) : 0;
    if (down === 0) {
      mornings.push(day);
      t.house.clock.set(new Date(morningOf(day).getTime() + 60_000));
      const servers = [mortal(t.house.service()), mortal(t.house.service())];
      await Promise.all(servers.map((ctx) => untilItLives(() => reminderRound(ctx))));
      const kill = () => {
        const dies = happens(0.03);
        if (dies) killed += 1;
        return dies;
      };
      await Promise.all(servers.map((ctx) => t.work(ctx, kill)));
    }
    t.house.clock.set(new Date(`${day}T21:00:00Z`));
    for (const paper of typedOn.get(day) ?? []) await typeIn(paper, day);
  }

  const mails = t.mails();
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  const personOf = (mail: MailMessage) => mailed.get(mail.to) ?? "nobody";
  // A second try of a mail is the same mail, which a folder keeps once: it must say the same.
  for (const mail of mails)
    expect(linesOf("", mail), "a second try says the same").toEqual(linesOf("", byId.get(mail.id) ?? mail));
  const once = [...byId.values()];
  const digests = once.map((mail) => `${dayOfInstant(mail.at)} ${mail.to}`);
  expect(new Set(digests).size, "one digest a day").toBe(digests.length);
  const said = once.flatMap((mail) => linesOf(personOf(mail), mail));
  const wanted = kept.flatMap((paper) => owed(paper, mornings));
  expect({ missed: without(wanted, said), notOwed: without(said, wanted), twice: doubles(said) }).toEqual({
    missed: [],
    notOwed: [],
    twice: [],
  });
  expect(wanted.length, "many were owed").toBeGreaterThan(1_000);
  expect(killed, "servers died").toBeGreaterThan(300);
  expect(mails.length, "some died between handing over and writing it down").toBeGreaterThan(once.length);
});
