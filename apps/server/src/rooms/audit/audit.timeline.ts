import { type Entry, type Label, parseEntry, parseLabel } from "@locum-passport/audit-log";
import { type Act, acts, type TimelineEntry } from "@locum-passport/contract";
import { openField } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { entryPlace, foldKey, type Opening, unpackOpening } from "./audit.model.ts";
import { sentenceOf } from "./audit.sentences.ts";
import * as store from "./audit.store.ts";

interface TimelineQuery {
  accountId: string;
  cursor: string | undefined;
  limit: number;
  object?: string | undefined;
  act?: string | undefined;
}

/** A chain, newest first, in sentences printed from the words kept with each entry. */
export async function listTimeline(
  ctx: Context,
  query: TimelineQuery,
): Promise<{ items: TimelineEntry[]; nextCursor: string | null }> {
  return ctx.transaction(async (tx) => {
    const rows = await store.readEntries(tx, {
      accountId: query.accountId,
      before: seqOf(query.cursor),
      limit: query.limit + 1,
      objectId: query.object,
      act: query.act,
    });
    const key = await ctx.ports.accountKeys.of(tx, query.accountId);
    const shown = rows.slice(0, query.limit);
    const items = shown.flatMap((row) => tellRow(row, query.accountId, key));
    const last = shown.at(-1);
    return { items, nextCursor: rows.length > query.limit && last ? String(last.seq) : null };
  });
}

function seqOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(cursor)) {
    refuse("bad-input", { errors: [{ field: "cursor", message: "Use the nextCursor of the page before" }] });
  }
  return Number(cursor);
}

/** Opens a sealed entry. Null for one whose content was erased. */
export function openEntry(row: store.SealedEntry, accountId: string, accountKey: Uint8Array): Opening | null {
  if (row.sealed === null) return null;
  return unpackOpening(openField(accountKey, entryPlace(accountId, row.seq), row.sealed));
}

function tellRow(row: store.SealedEntry, accountId: string, key: Uint8Array): TimelineEntry[] {
  const opening = openEntry(row, accountId, key);
  if (opening === null) return [];
  return [{ id: row.id, seq: row.seq, index: row.leaf_index, ...tellOpening(opening, accountId) }];
}

/** An entry in words, for the holder of the chain. */
export function tellOpening(opening: Opening, reader: string): Omit<TimelineEntry, "id" | "seq" | "index"> {
  const entry = parseEntry(opening.entry);
  const label = opening.label === undefined ? {} : parseLabel(opening.label);
  return tell(entry, label, reader);
}

const isAct = (text: string): text is Act => acts.some((act) => act === text);

function tell(entry: Entry, label: Label, reader: string): Omit<TimelineEntry, "id" | "seq" | "index"> {
  if (!isAct(entry.act)) throw new Error(`The log holds an act this version does not know: ${entry.act}`);
  const actor = actorFor(entry, label, reader);
  return {
    at: entry.at,
    actor,
    act: entry.act,
    sentence: sentenceOf(entry.act, { who: actor.name, label, refused: entry.result === "refused" }),
    object: { kind: entry.object.kind, id: entry.object.id },
    fold: foldKey(entry),
  };
}

function actorFor(entry: Entry, label: Label, reader: string): TimelineEntry["actor"] {
  const { kind, ref } = entry.actor;
  if (ref === reader && (kind === "person" || kind === "staff")) return { kind: "you", name: "You" };
  switch (kind) {
    case "agency": {
      const who = label.by ?? label.person;
      if (who === undefined) return { kind: "agency", name: label.agency ?? "An agency" };
      return { kind: "agency", name: label.agency === undefined ? String(who) : `${who} at ${label.agency}` };
    }
    case "person":
      return { kind: "locum", name: String(label.sender ?? label.person ?? "The sender") };
    case "staff":
      return { kind: "staff", name: "Our team" };
    case "reviewer":
      return { kind: "reviewer", name: "A reviewer" };
    case "operator":
      return { kind: "operator", name: "The operator" };
    case "service":
      return { kind: "service", name: "Locum Passport" };
  }
}

/** Every opened entry of a chain, oldest first, in pages, for exports and checks. */
export async function* openedEntries(
  ctx: Context,
  transaction: (run: (tx: Tx) => Promise<store.SealedEntry[]>) => Promise<store.SealedEntry[]>,
  accountId: string,
  accountKey: Uint8Array,
): AsyncGenerator<{ seq: number; leafIndex: number | null; opening: Opening | null }> {
  const pageSize = 1000;
  for (let after = 0; ; ) {
    ctx.signal.throwIfAborted();
    const rows = await transaction((tx) => store.readEntriesForward(tx, accountId, after, pageSize));
    for (const row of rows)
      yield { seq: row.seq, leafIndex: row.leaf_index, opening: openEntry(row, accountId, accountKey) };
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.seq;
  }
}
