import { ReminderKind } from "@locum-passport/contract";
import { fingerprint, openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { ToldEnding } from "./notices.model.ts";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
const Told = z.union([
  z.object({
    documentId: z.string(),
    type: z.string(),
    endsOn: z.string(),
    beginBy: z.string().nullable(),
    booked: z.boolean(),
  }),
  z.object({ agencyId: z.string() }),
]);
export type Told = ToldEnding | { agencyId: string };

const place = (mark: Buffer) => `reminders/${mark.toString("hex")}/sealed`;
export const sealTold = (key: Buffer, mark: Buffer, told: Told): Buffer => sealJson(key, place(mark), told);
export const openTold = (key: Buffer, mark: Buffer, sealed: Buffer): Told =>
  Told.parse(openJson(key, place(mark), sealed));

/** Tells one reminder of an account from every other, and a thief of the database nothing. */
export const reminderMark = (key: Buffer, ...of: readonly string[]): Buffer =>
  fingerprint(key, "reminders", Buffer.from(JSON.stringify(of), "utf8"));

/** The name of an event in a calendar: the same as long as the paper ends on that day. */
export const eventUid = (key: Buffer, documentId: string, endsOn: string): string =>
  `${fingerprint(key, "calendar", Buffer.from(JSON.stringify([documentId, endsOn]), "utf8"))
    .toString("hex")
    .slice(0, 32)}@locum-passport`;

const TurnOff = z.object({ account: z.string(), kinds: z.array(ReminderKind).min(1) });
export type TurnOff = z.infer<typeof TurnOff>;
const turnOffPlace = "unsubscribe/v1";

/**
 * The token of a mail that turns kinds of it off: sealed and authentic, so that nothing needs to be kept and nobody can
 * make or read one. It opens nothing, and works as long as the mail is kept.
 */
export const turnOffToken = (sealingKey: Buffer, turnOff: TurnOff): string =>
  sealJson(sealingKey, turnOffPlace, turnOff).toString("base64url");

export function openTurnOffToken(sealingKey: Buffer, token: string): TurnOff | undefined {
  try {
    return TurnOff.parse(openJson(sealingKey, turnOffPlace, Buffer.from(token, "base64url")));
  } catch {
    return undefined;
  }
}
