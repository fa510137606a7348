import { createHash, randomBytes } from "node:crypto";
import { documentType } from "@locum-passport/compliance";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { countCost } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { type CalendarEvent, writeCalendar } from "../calendar.model.ts";
import * as calendars from "../calendars.store.ts";
import { dayOfInstant, daysLater } from "../london-time.model.ts";
import type { Ending } from "../notices.model.ts";
import { eventUid } from "../notices.seals.ts";
import { readSettings } from "../settings.store.ts";
import { endingsOf } from "./facts.ts";

const digestOf = (ctx: Context, token: string): Buffer => ctx.ports.signIn.digest("calendar", token);

/** Makes a new secret address and ends an older one. It is answered once; only its digest is kept. */
export async function turnOnCalendar(ctx: Context): Promise<{ address: string }> {
  const id = own(ctx);
  const token = randomBytes(32).toString("base64url");
  await ctx.transaction(async (tx) => {
    await calendars.saveCalendar(tx, id, digestOf(ctx, token), ctx.now());
    await append(ctx, tx, [{ accountId: id, act: "calendar-turned-on" }]);
  });
  return { address: `${ctx.ports.settings.publicUrl}/calendar/${token}.ics` };
}

export async function turnOffCalendar(ctx: Context): Promise<void> {
  const id = own(ctx);
  await ctx.transaction(async (tx) => {
    if (await calendars.deleteCalendar(tx, id)) await append(ctx, tx, [{ accountId: id, act: "calendar-turned-off" }]);
  });
}

export interface CalendarText {
  text: string;
  /** Of these very bytes. */
  etag: string;
}

/**
 * The calendar behind a secret address, read by whoever has it: most often a firm that keeps calendars. An address that
 * never was, or is no more, answers as any other place that is not there. Its reading stands in the owner's timeline once a
 * day.
 */
export async function readCalendar(ctx: Context, token: string): Promise<CalendarText> {
  const digest = digestOf(ctx, token);
  const owner = (await ctx.house((tx) => calendars.ownerOfCalendar(tx, digest))) ?? refuse("not-found");
  await countCost(ctx, "calendars", "calendar", digest.toString("hex"));
  const text = await ctx.house(async (tx) => {
    const today = dayOfInstant(ctx.now());
    const key = await ctx.ports.accountKeys.of(tx, owner);
    const { calendarNamed } = await readSettings(tx, owner);
    const endings = (await endingsOf(ctx, tx, owner, today)).filter(
      ({ endsOn }) => endsOn >= daysLater(today, -keptDays),
    );
    const events = endings.map((ending) =>
      eventOf(ending, eventUid(key, ending.documentId, ending.endsOn), calendarNamed),
    );
    const first = await calendars.noteReading(tx, digest, ctx.now(), today);
    if (first) await append(ctx, tx, [{ accountId: owner, act: "calendar-read", purpose: "run-the-account" }]);
    return writeCalendar(events);
  });
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"` };
}

/** What ended longer ago is no news. */
const keptDays = 31;
const neutral = "Something in your passport ends";

function eventOf(ending: Ending, uid: string, named: boolean): CalendarEvent {
  return {
    uid,
    day: ending.endsOn,
    dayAfter: daysLater(ending.endsOn, 1),
    title: named ? namedTitle(ending) : neutral,
    changedOn: ending.changedOn,
  };
}

/** By the catalogue's name, never by a title of somebody's own, which may say more than its type lets see. */
function namedTitle({ type, sensitivity }: Ending): string {
  const known = documentType(type);
  const hidden = [sensitivity, known?.sensitivity].some((one) => one === "health" || one === "criminal-record");
  return known === undefined || hidden ? neutral : `${known.name} ends`;
}
