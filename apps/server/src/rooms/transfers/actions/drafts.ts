import type { SaveDraft, TransferDraft } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { currentTerms } from "../../accounts/index.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { type NamedAgency, namesOfMyAgencies } from "../../compliance/index.ts";
import { keptDocuments } from "../../documents/index.ts";
import { DraftWords, openDraft, sealDraft } from "../drafts.seals.ts";
import * as store from "../drafts.store.ts";

const mostDrafts = 100;

/** What I prepared, changed last first. */
export function listDrafts(ctx: Context): Promise<{ items: TransferDraft[] }> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const [rows, agencies] = await Promise.all([
      store.listDrafts(tx, accountId),
      namesOfMyAgencies(ctx, tx, accountId),
    ]);
    return { items: await present(ctx, tx, accountId, rows, agencies) };
  });
}

/** Prepares a transfer. It grants nothing and tells nobody; papers that are here no more are left out, and counted. */
export function addDraft(ctx: Context, input: z.output<typeof SaveDraft>): Promise<TransferDraft> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    if ((await store.listDrafts(tx, accountId)).length >= mostDrafts) {
      refuse("bad-input", { detail: `Keep ${mostDrafts} drafts at most. Send or delete one, then save this again.` });
    }
    return save(ctx, tx, accountId, ctx.newId(), input, store.insertDraft);
  });
}

/** Puts all of it in place of what was prepared. */
export function changeDraft(ctx: Context, id: string, input: z.output<typeof SaveDraft>): Promise<TransferDraft> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const before = (await store.lockDraft(tx, accountId, id)) ?? refuse("not-found");
    return save(ctx, tx, accountId, id, input, store.updateDraft, before);
  });
}

export function deleteDraft(ctx: Context, id: string): Promise<void> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = (await store.lockDraft(tx, accountId, id)) ?? refuse("not-found");
    const agencies = await namesOfMyAgencies(ctx, tx, accountId);
    await store.deleteDraft(tx, accountId, id);
    await append(ctx, tx, [entryOf(accountId, "draft-deleted", id, agencyOf(agencies, row.my_agency_id).name)]);
  });
}

/** The draft goes with its sending, and once: whoever presses twice has sent once. */
export async function takeDraft(ctx: Context, tx: Tx, draftId: string, agencyId: string): Promise<void> {
  const taken = await store.takeDraft(tx, own(ctx), draftId);
  if (!taken) {
    refuse("not-found", {
      detail: "This draft was sent or deleted already. Look under Transfers before you send again.",
    });
  }
  if (taken.agency_id !== agencyId) {
    refuse("bad-input", { errors: [{ field: "draftId", message: "This draft was prepared for another agency" }] });
  }
}

async function save(
  ctx: Context,
  tx: Tx,
  accountId: string,
  id: string,
  { myAgencyId, ...typed }: z.output<typeof SaveDraft>,
  write: typeof store.insertDraft,
  before?: store.DraftRow,
): Promise<TransferDraft> {
  const agencies = await namesOfMyAgencies(ctx, tx, accountId);
  const agency = agencies.find((one) => one.myAgencyId === myAgencyId);
  if (!agency) {
    refuse("bad-input", { errors: [{ field: "myAgencyId", message: "Choose one of the agencies you use" }] });
  }
  const wanted = [...new Set(typed.documentIds)];
  const kept = await keptDocuments(tx, accountId, wanted);
  const documentIds = wanted.filter((document) => kept.has(document));
  const words: DraftWords = {
    ...typed,
    documentIds,
    purposeText: typed.purposeText?.toWellFormed() || null,
    note: typed.note?.toWellFormed() || null,
  };
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const unchanged =
    before?.my_agency_id === myAgencyId &&
    JSON.stringify(openDraft(key, id, before.sealed)) === JSON.stringify(DraftWords.parse(words));
  const row = unchanged
    ? before
    : { id, my_agency_id: myAgencyId, sealed: sealDraft(key, id, words), changed_at: ctx.now() };
  key.fill(0);
  if (!unchanged) await write(tx, accountId, row);
  const [draft] = await present(ctx, tx, accountId, [row], agencies);
  if (!draft) throw new Error("The draft just written is not there");
  if (!unchanged) await append(ctx, tx, [entryOf(accountId, "draft-saved", id, agency.name, documentIds.length)]);
  return { ...draft, gone: wanted.length - documentIds.length };
}

async function present(
  ctx: Context,
  tx: Tx,
  accountId: string,
  rows: readonly store.DraftRow[],
  agencies: readonly NamedAgency[],
): Promise<TransferDraft[]> {
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const read = rows.map((row) => ({
    row,
    words: openDraft(key, row.id, row.sealed),
    agency: agencyOf(agencies, row.my_agency_id),
  }));
  key.fill(0);
  const [kept, receivers] = await Promise.all([
    keptDocuments(tx, accountId, [...new Set(read.flatMap(({ words }) => words.documentIds))]),
    store.receivers(
      tx,
      read.flatMap(({ agency }) => agency.agencyId ?? []),
      currentTerms(ctx).agencyTerms.version,
    ),
  ]);
  return read.map(({ row, words, agency }) => {
    const documentIds = words.documentIds.filter((id) => kept.has(id));
    return {
      ...words,
      documentIds,
      id: row.id,
      myAgencyId: row.my_agency_id,
      agency: { id: agency.agencyId, name: agency.name },
      canBeSent: agency.agencyId !== null && receivers.has(agency.agencyId),
      gone: words.documentIds.length - documentIds.length,
      changedAt: row.changed_at.toISOString(),
    };
  });
}

function agencyOf(agencies: readonly NamedAgency[], id: string): NamedAgency {
  const agency = agencies.find(({ myAgencyId }) => myAgencyId === id);
  if (!agency) throw new Error("A draft without its agency");
  return agency;
}

function entryOf(accountId: string, act: "draft-saved" | "draft-deleted", id: string, agency: string, count?: number) {
  const label = { agency, ...(count === undefined ? {} : { count }) };
  return { accountId, act, object: { kind: "draft", id }, purpose: "run-the-account", label } satisfies NewEntry;
}
