import { documentType } from "@locum-passport/compliance";
import { Sensitivity as SensitivitySchema } from "@locum-passport/contract";
import { unwrapDataKey, wrapDataKey } from "@locum-passport/envelope";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Details, PaperFile, Sensitivity } from "../documents.model.ts";
import { filesOfVersion, groupBy } from "../documents.papers.ts";
import { openWords } from "../documents.seals.ts";
import { copyBinding } from "../opening-cover.ts";
import { holdPapers } from "../sending.store.ts";
import type { PreparedContent } from "./prepare-without-place.ts";

/** What a sending needs of a paper: its current version as it stands now, held until the transaction ends. */
export interface SendablePaper {
  documentId: string;
  type: string;
  typeName: string;
  sensitivity: Sensitivity;
  title: string;
  details: Details;
  version: number;
  contentId: string;
  pages: number | null;
  pictures: "pending" | "ready" | "none";
  files: PaperFile[];
  /** The data key as the owner holds it; opens nothing without `rewrapForCopy`. */
  wrappedKey: Buffer;
}

/**
 * The asker's own papers in the order asked for, locked so that neither a deletion nor the sweep takes them before the
 * transaction ends. One that is not there or not theirs refuses the whole (`not-found`): nothing tells which.
 */
export async function documentsForSending(ctx: Context, tx: Tx, ids: readonly string[]): Promise<SendablePaper[]> {
  const accountId = own(ctx);
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const held = await holdPapers(tx, accountId, wanted);
  if (held.documents.length !== wanted.length) refuse("not-found");
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const documents = new Map(held.documents.map((document) => [document.id, document]));
  const current = new Map(held.versions.map((version) => [version.document_id, version]));
  const files = groupBy(held.files, (file) => file.content_id);
  const papers = wanted.map((id): SendablePaper => {
    const document = documents.get(id);
    const version = current.get(id);
    if (!document || !version) refuse("not-found");
    return {
      documentId: id,
      type: document.type,
      typeName: documentType(document.type)?.name ?? document.type,
      sensitivity: SensitivitySchema.parse(document.sensitivity),
      ...openWords(key, id, document.sealed),
      version: version.number,
      contentId: version.content_id,
      pages: version.pages,
      pictures: version.pictures,
      files: filesOfVersion(key, version, files.get(version.content_id) ?? []),
      wrappedKey: version.wrapped_key,
    };
  });
  key.fill(0);
  return papers;
}

/** Account keys for many copies at once: both parties' keys are read once. Zeroed by `close`. */
export interface CopyKeys {
  /** The data key of a held paper, or of a content prepared without place, wrapped for one copy of the agency. */
  rewrapForCopy(paper: SendablePaper | PreparedContent, copyId: string): Buffer;
  close(): void;
}

export async function copyKeys(
  ctx: Context,
  tx: Tx,
  { agencyAccountId }: { agencyAccountId: string },
): Promise<CopyKeys> {
  const owner = await ctx.ports.accountKeys.of(tx, own(ctx));
  const agency = await ctx.ports.accountKeys.of(tx, agencyAccountId);
  return {
    rewrapForCopy(paper, copyId) {
      const binding =
        "documentId" in paper
          ? { recordId: paper.documentId, version: paper.version }
          : { recordId: paper.contentId, version: 0 };
      const dataKey = unwrapDataKey(owner, binding, paper.wrappedKey);
      const wrapped = wrapDataKey(agency, copyBinding(copyId), dataKey);
      dataKey.fill(0);
      return wrapped;
    },
    close() {
      owner.fill(0);
      agency.fill(0);
    },
  };
}
