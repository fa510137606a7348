import { documentType } from "@locum-passport/compliance";
import type { ChangeDocument, Document } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append } from "../../audit/index.ts";
import { requireConsent } from "../consents.ts";
import { refusals } from "../documents.errors.ts";
import { mergeDetails, type Paper } from "../documents.model.ts";
import { identicalTo, readPapers } from "../documents.papers.ts";
import { presentDocument } from "../documents.present.ts";
import { sealChange, sealWords, wordsOf } from "../documents.seals.ts";
import { insertChange, lockDocument, nextChange, updateDocument } from "../documents.store.ts";
import { OWN } from "../permissions.store.ts";
import { checkedDetails, checkKinds, cleanTitle } from "./upload-fields.ts";

type Change = z.infer<typeof ChangeDocument>;

/**
 * Changes type, title or details; what was before stays readable. Named details replace, null takes one away, the rest
 * stays. A new type asks for the yes it needs, and drops details it does not know.
 */
export async function changeDocument(
  ctx: Context,
  { documentId, ...change }: { documentId: string } & Change,
): Promise<Document> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const at = ctx.now();
    const row = await lockDocument(tx, accountId, documentId);
    const [before] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
    if (!before) refuse("not-found");
    const after = changed(before, change, at);
    const what = changedFields(before, after);
    const identical = (await identicalTo(tx, accountId, [before])).get(documentId) ?? [];
    if (what.length === 0) return presentDocument(before, identical);

    const type = documentType(after.type) ?? refuse("not-found");
    if (after.type !== before.type) await requireConsent(ctx, tx, accountId, type);
    await keepChange(ctx, tx, before, at);
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    await updateDocument(tx, {
      account_id: accountId,
      id: documentId,
      type: after.type,
      sensitivity: after.sensitivity,
      sealed: sealWords(key, documentId, after),
      changed_at: at,
    });
    await append(ctx, tx, [
      {
        accountId,
        act: "document-changed",
        object: { kind: "document", id: documentId, type: after.type },
        permission: OWN,
        purpose: "run-the-account",
        label: { title: after.title, type: type.name, changed: what.join(", ") },
      },
    ]);
    return presentDocument(after, identical);
  });
}

function changed(before: Paper, change: Change, at: Date): Paper {
  const type = documentType(change.type ?? before.type);
  if (!type) throw refusals.field("type", "Choose a type from /api/document-types");
  for (const version of before.versions) checkKinds(type, version.files);
  const known = new Set(type.fields.map((field) => field.id));
  const kept = Object.fromEntries(Object.entries(before.details).filter(([field]) => known.has(field)));
  const details = checkedDetails(type, mergeDetails(kept, change.details ?? {}), at);
  const oldType = documentType(before.type);
  // A title that was only the type's name, or a paper's first name, follows the type.
  const followed = type.id !== before.type && before.title === oldType?.name ? type.name : before.title;
  const title = change.title === undefined ? followed : cleanTitle(change.title);
  if (title === "") throw refusals.field("title", "Enter a title");
  const printedName =
    change.printedName === undefined ? before.printedName : cleanTitle(change.printedName ?? "") || null;
  const note = change.note === undefined ? before.note : (change.note ?? "").toWellFormed().trim() || null;
  return { ...before, type: type.id, sensitivity: type.sensitivity, title, details, printedName, note, changedAt: at };
}

/** What changed, in words for the timeline. Names of fields only: what stood in them is the owner's. */
function changedFields(before: Paper, after: Paper): string[] {
  const labels = new Map(documentType(after.type)?.fields.map((field) => [field.id, field.label.toLowerCase()]));
  const fields = new Set([...Object.keys(before.details), ...Object.keys(after.details)]);
  const details = [...fields].filter((field) => before.details[field] !== after.details[field]);
  return [
    ...(before.type === after.type ? [] : ["what kind of paper it is"]),
    ...(before.title === after.title ? [] : ["the title"]),
    ...details.map((field) => labels.get(field) ?? field),
    ...(before.printedName === after.printedName ? [] : ["the name printed on it"]),
    ...(before.note === after.note ? [] : ["the note"]),
  ];
}

/** Keeps type and words as they are before a change. */
export async function keepChange(ctx: Context, tx: Tx, { id, accountId, type, ...words }: Paper, at: Date) {
  const n = await nextChange(tx, accountId, id);
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const sealed = sealChange(key, id, n, { type, ...wordsOf(words) });
  await insertChange(tx, { account_id: accountId, document_id: id, n, at, sealed });
}
