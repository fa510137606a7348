import { beginBy, dayInWords, type Lapse, lapses, leadDays, snoozeUntil } from "@locum-passport/compliance";
import type { Expiry } from "@locum-passport/contract";
import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import type { HeldPaper } from "../../documents/index.ts";
import { type ExpiryNoteRow, expiryNotes, saveExpiryNote } from "../expiry-notes.store.ts";
import { type Asker, askersOf, askingOf } from "./askings.ts";
import { passportOf } from "./passport.ts";

/** A held paper that stops counting, with who asks for it and what its owner noted about it. */
export interface OwnLapse extends Lapse {
  readonly paper: HeldPaper;
  readonly askers: readonly Asker[];
  readonly note: ExpiryNoteRow | undefined;
}

/** Every lapse of one person on a day, in order of the last good day. */
export async function lapsesOf(ctx: Context, tx: Tx, accountId: string, on: string): Promise<OwnLapse[]> {
  const { held, facts } = await passportOf(ctx, tx, accountId);
  const askers = await askersOf(ctx, tx, accountId, facts);
  const papers = new Map(held.map((paper) => [paper.id, paper]));
  const notes = new Map(
    (await expiryNotes(tx, accountId)).map((note) => [`${note.document_id} ${note.ends_on}`, note]),
  );
  return lapses(askers.map(askingOf), held, { on, facts }).flatMap((lapse) => {
    const paper = papers.get(lapse.documentId);
    if (!paper) return [];
    const keys = new Set(lapse.wantedBy.map(({ key }) => key));
    return [
      {
        ...lapse,
        paper,
        askers: askers.filter((asker) => keys.has(asker.myAgencyId ?? "")),
        note: notes.get(`${lapse.documentId} ${lapse.endsOn}`),
      },
    ];
  });
}

export function listExpiries(ctx: Context): Promise<{ items: Expiry[] }> {
  const accountId = own(ctx);
  const today = todayOf(ctx);
  return ctx.transaction(async (tx) => ({
    items: (await lapsesOf(ctx, tx, accountId, today)).map((lapse) => present(lapse, today)),
  }));
}

/** "I have booked it": silent until the day after. `on` null takes it back. */
export function bookExpiry(ctx: Context, documentId: string, on: string | null): Promise<Expiry> {
  const today = todayOf(ctx);
  if (on !== null && on < today) {
    refuse("bad-input", { errors: [{ field: "on", message: `Enter ${dayInWords(today)} or a later day` }] });
  }
  return noteOn(ctx, documentId, (lapse) => ({
    note: { booked_on: on, snoozed_until: lapse.note?.snoozed_until ?? null },
    entry: { act: "expiry-booked", label: { title: lapse.paper.title, ...(on === null ? {} : { on }) } },
  }));
}

/** Puts reminders off for fourteen days, never past seven days before the end. */
export function snoozeExpiry(ctx: Context, documentId: string): Promise<Expiry> {
  const today = todayOf(ctx);
  return noteOn(ctx, documentId, (lapse) => {
    const until = snoozeUntil(lapse.endsOn, today);
    if (until === null) {
      refuse("bad-input", {
        errors: [
          { field: "documentId", message: "It ends within a week, or has ended: this cannot be put off any more" },
        ],
      });
    }
    return {
      note: { booked_on: lapse.note?.booked_on ?? null, snoozed_until: until },
      entry: { act: "expiry-snoozed", label: { title: lapse.paper.title, endsOn: until } },
    };
  });
}

export function endSnooze(ctx: Context, documentId: string): Promise<Expiry> {
  return noteOn(ctx, documentId, (lapse) => ({
    note: { booked_on: lapse.note?.booked_on ?? null, snoozed_until: null },
    entry: { act: "expiry-snoozed", label: { title: lapse.paper.title } },
  }));
}

interface Noted {
  note: Pick<ExpiryNoteRow, "booked_on" | "snoozed_until">;
  entry: Pick<NewEntry, "act" | "label">;
}

function noteOn(ctx: Context, documentId: string, change: (lapse: OwnLapse) => Noted): Promise<Expiry> {
  const accountId = own(ctx);
  const today = todayOf(ctx);
  return ctx.transaction(async (tx) => {
    const lapse = (await lapsesOf(ctx, tx, accountId, today)).find((one) => one.documentId === documentId);
    if (!lapse) refuse("not-found");
    const { note, entry } = change(lapse);
    const row = { document_id: documentId, ends_on: lapse.endsOn, ...note };
    await saveExpiryNote(tx, accountId, row);
    await append(ctx, tx, [{ accountId, object: { kind: "document", id: documentId, type: lapse.type }, ...entry }]);
    return present({ ...lapse, note: row }, today);
  });
}

function present({ documentId, type, endsOn, paper, askers, note }: OwnLapse, today: string): Expiry {
  return {
    documentId,
    title: paper.title,
    type,
    sensitivity: paper.sensitivity,
    endsOn,
    daysLeft: daysBetween(today, endsOn),
    wantedBy: askers.map(({ myAgencyId, name }) => ({ myAgencyId, name })),
    leadDays: leadDays(type, endsOn),
    beginBy: beginBy(type, endsOn),
    bookedOn: note?.booked_on ?? null,
    snoozedUntil: note?.snoozed_until ?? null,
  };
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
