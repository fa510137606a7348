import type { SendTransfer } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { SandboxError } from "../../../platform/sandbox/index.ts";
import { contentWithoutPlace, copyKeys, type PreparedContent, type SendablePaper } from "../../documents/index.ts";
import type { NewCopy } from "../changes.store.ts";
import { copyEndsOn, detailsToSend } from "../transfers.model.ts";
import type { ReadCopy } from "../transfers.present.ts";
import type { AgreedCopy } from "../transfers.receipt.ts";
import { seal } from "../transfers.seals.ts";
import type { Grounds } from "./agree.ts";

/** Contents without the place, by document, prepared before the transaction. */
export type Placeless = ReadonlyMap<string, PreparedContent>;
export type Choices = Pick<SendTransfer, "includeDetails" | "leaveOutDetails">;

/** Reads, cleans and seals photos again; outside any transaction, because it moves bytes. One at a time: photos are large. */
export async function prepareWithoutPlace(ctx: Context, documentIds: readonly string[]): Promise<Placeless> {
  const prepared = new Map<string, PreparedContent>();
  for (const id of new Set(documentIds)) {
    try {
      const content = await contentWithoutPlace(ctx, id);
      if (content) prepared.set(id, content);
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error;
      if (error.code !== "place-not-removed") refuse("unavailable", { retryAfter: 5, cause: error });
      refuse("bad-input", {
        detail:
          "The place could not be taken out of one of the photos. Leave that paper out, or send it with the place.",
        errors: [{ field: "removePlace", message: "The place could not be taken out of this paper's photo" }],
        cause: error,
      });
    }
  }
  return prepared;
}

export interface MadeCopies {
  rows: NewCopy[];
  agreed: AgreedCopy[];
  read: ReadCopy[];
}

/** A record and a key of its own for each paper; no bytes move. */
export async function makeCopies(
  ctx: Context,
  tx: Tx,
  grounds: Grounds,
  wish: {
    papers: readonly SendablePaper[];
    choices: Choices;
    placeless: Placeless;
    endsOn: string;
    firstN: number;
    permissionId: string;
  },
): Promise<MadeCopies> {
  const { agency, today, at } = grounds;
  const keys = await copyKeys(ctx, tx, { agencyAccountId: agency.id });
  const made: MadeCopies = { rows: [], agreed: [], read: [] };
  for (const [index, paper] of wish.papers.entries()) {
    const prepared = wish.placeless.get(paper.documentId);
    if (prepared && prepared.fromVersion !== paper.version) {
      refuse("conflict", {
        detail: `"${paper.title}" was replaced while it was being sent. Look at it, then send again.`,
      });
    }
    const id = ctx.newId();
    const from = prepared ?? paper;
    const words = {
      title: paper.title,
      details: detailsToSend(paper.type, paper.details, {
        include: wish.choices.includeDetails?.[paper.documentId],
        leaveOut: wish.choices.leaveOutDetails?.[paper.documentId],
      }),
      files: from.files.map(({ n, fileName, mediaType, bytes, sha256 }) => ({ n, fileName, mediaType, bytes, sha256 })),
    };
    const endsOn = copyEndsOn(paper.sensitivity, wish.endsOn, today);
    const facts = {
      id,
      n: wish.firstN + index,
      document_id: paper.documentId,
      version: paper.version,
      content_id: from.contentId,
      type: paper.type,
      sensitivity: paper.sensitivity,
      place_removed: prepared !== undefined,
      ends_on: endsOn,
    };
    made.rows.push({
      ...facts,
      wrapped_key: keys.rewrapForCopy(from, id).toString("hex"),
      sealed_owner: seal("copy", "owner", grounds.keys.owner, id, words).toString("hex"),
      sealed_agency: seal("copy", "agency", grounds.keys.agency, id, words).toString("hex"),
    });
    made.agreed.push({
      id,
      documentId: paper.documentId,
      version: paper.version,
      type: paper.type,
      sensitivity: paper.sensitivity,
      endsOn,
      placeRemoved: facts.place_removed,
      words,
    });
    made.read.push({
      words,
      sentBack: null,
      originalSeen: null,
      facts: {
        ...facts,
        ...untouched,
        permission_id: wish.permissionId,
        sent_at: at,
        pages: from.pages,
        pictures: from.pictures,
      },
    });
  }
  keys.close();
  return made;
}

/** Nobody has seen it yet. */
const untouched = {
  held: true,
  replaced_by: null,
  opened_at: null,
  downloaded_at: null,
  last_opened_at: null,
  last_opened_by: null,
  sent_back_at: null,
  original_seen_on: null,
} as const;
