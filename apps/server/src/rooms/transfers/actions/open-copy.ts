import type { Context } from "../../../context.ts";
import { Refusal, refuse } from "../../../failure.ts";
import {
  type ContentBytes,
  contentBytes,
  type OpenedPaper,
  type OpenPart,
  openOne,
  pictureBytes,
  safeInline,
} from "../../documents/index.ts";
import { markOpened } from "../received.store.ts";
import type { ReadCopy } from "../transfers.present.ts";
import { entriesOnBoth, findReceived, type Received, refuseOpening } from "./received-transfer.ts";

interface Which {
  transferId: string;
  copyId: string;
}

/** The exact bytes of a copy, whole: one file as it is, several as a ZIP, or the file named by `file`. */
export async function openCopyContent(
  ctx: Context,
  { file, inline, ...which }: Which & { file?: number | undefined; inline: boolean },
): Promise<ContentBytes> {
  const found = await findCopy(ctx, which);
  const { copy } = found;
  const files = file === undefined ? copy.words.files : copy.words.files.filter((one) => one.n === file);
  const [first] = files;
  if (!first) refuse("not-found");
  const single = files.length === 1;
  const shown = inline && single && safeInline(first.mediaType);
  const part: OpenPart = single ? { kind: "file", n: first.n } : { kind: "files" };
  const opened = await openForAgency(ctx, found, part, { downloaded: !shown });
  return contentBytes(opened, files, { title: copy.words.title, inline: shown, addedAt: copy.facts.sent_at });
}

/** A picture of one page of a copy, counted through all its files. */
export async function openCopyPage(
  ctx: Context,
  { page, width, ...which }: Which & { page: number; width?: number | undefined },
): Promise<ContentBytes> {
  const found = await findCopy(ctx, which);
  return pictureBytes(await openForAgency(ctx, found, { kind: "page", page, width }, { downloaded: false, page }));
}

interface FoundCopy {
  received: Received;
  copy: ReadCopy;
}

async function findCopy(ctx: Context, { transferId, copyId }: Which): Promise<FoundCopy> {
  const received = await ctx.transaction((tx) => findReceived(ctx, tx, transferId));
  const copy = received.copies.find(({ facts }) => facts.id === copyId) ?? refuse("not-found");
  if (!received.live.includes(copy)) return refuseOpening(ctx, received, refusedObject(copy));
  return { received, copy };
}

const refusedObject = ({ facts, words }: ReadCopy) => ({ kind: "copy" as const, id: facts.id, title: words.title });

interface Seen {
  downloaded: boolean;
  page?: number;
}

/** Through the one function that opens; both chains say so before the first byte. */
async function openForAgency(ctx: Context, found: FoundCopy, part: OpenPart, seen: Seen): Promise<OpenedPaper> {
  try {
    return await openUnder(ctx, found, part, seen);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "download-not-allowed") {
      return refuseOpening(ctx, found.received, refusedObject(found.copy), error.code);
    }
    if (error.code !== "not-found") throw error;
    // Between finding and opening it the transfer may have been stopped: that try is told too. Or extended: then it opens.
    const { facts } = found.copy;
    const now = await findCopy(ctx, { transferId: found.received.row.id, copyId: facts.id });
    if (now.copy.facts.permission_id === facts.permission_id) throw error;
    return openUnder(ctx, now, part, seen);
  }
}

function openUnder(
  ctx: Context,
  { received, copy: { facts, words } }: FoundCopy,
  part: OpenPart,
  { downloaded, page }: Seen,
): Promise<OpenedPaper> {
  const { row, agencyId, personId } = received;
  return openOne(ctx, {
    holding: { kind: "copy", accountId: row.account_id, copyId: facts.id },
    permission: facts.permission_id,
    part,
    purpose: "carry-out-a-transfer",
    async record(tx) {
      await markOpened(tx, { agencyId, copyIds: [facts.id], personId, at: ctx.now(), downloaded });
      const act = downloaded ? "copy-downloaded" : "copy-opened";
      const object = { kind: "copy", id: facts.id, type: facts.type };
      return entriesOnBoth(received, act, object, { title: words.title, ...(page === undefined ? {} : { page }) });
    },
  });
}
