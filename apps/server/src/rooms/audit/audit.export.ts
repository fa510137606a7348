import type { Readable } from "node:stream";
import { type ExportedEntry, exportFiles } from "@locum-passport/audit-log";
import yazl from "yazl";
import type { Context } from "../../context.ts";
import { type HeldRecord, holdRecord } from "./audit.held.ts";
import { batchedTileReader, tileOptions } from "./audit.tiles.ts";
import { tellOpening } from "./audit.timeline.ts";

/** The timeline as a ZIP that anybody can check offline: a proof an entry, one checkpoint, the key, a table for people. */
export async function exportRecord(ctx: Context, accountId: string, since: number | undefined): Promise<Readable> {
  const held = await holdRecord(ctx, accountId, "record-exported");
  const zip = new yazl.ZipFile();
  const { outputStream } = zip;
  fill(ctx, zip, held, accountId, since).catch((error: unknown) =>
    outputStream.emit("error", error instanceof Error ? error : new Error(String(error))),
  );
  return outputStream as Readable;
}

async function fill(
  ctx: Context,
  zip: yazl.ZipFile,
  held: HeldRecord,
  accountId: string,
  since: number | undefined,
): Promise<void> {
  const table = ["seq,at,actor,act,sentence\r\n"];
  const at = { mtime: ctx.now(), mode: 0o100600 };
  const files = exportFiles({
    read: batchedTileReader(ctx),
    options: tileOptions,
    checkpoint: held.checkpoint,
    vkey: ctx.ports.logSigner.vkey,
    summary: held.summary,
    ...(since === undefined ? {} : { since: [since] }),
    entries: told(held, accountId, table),
  });
  for await (const file of files) {
    zip.addBuffer(Buffer.from(file.bytes), file.name, at);
    await untilTaken(zip.outputStream as Readable, ctx.signal);
  }
  zip.addBuffer(Buffer.from(table.join(""), "utf8"), "timeline.csv", at);
  zip.addBuffer(Buffer.from(readme(held), "utf8"), "README.txt", at);
  zip.end();
}

async function* told(held: HeldRecord, accountId: string, table: string[]): AsyncGenerator<ExportedEntry> {
  for await (const { seq, index, opening } of held.entries) {
    const line = tellOpening(opening, accountId);
    table.push([String(seq), line.at, line.actor.name, line.act, line.sentence].map(cell).join(",").concat("\r\n"));
    yield {
      entry: opening.entry,
      key: opening.key,
      ...(opening.label === undefined ? {} : { label: opening.label }),
      index,
    };
  }
}

/** The attack: a title that a spreadsheet runs as a formula. A leading sign is shown as text. */
function cell(text: string): string {
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
}

const takenBelow = 1_048_576;

/** Waits while the reader is slow, so that a long record is never whole in memory. */
async function untilTaken(output: Readable, signal: AbortSignal): Promise<void> {
  while (output.readableLength > takenBelow) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const readme = (
  held: HeldRecord,
): string => `This is the whole record of one Locum Passport account: what was done, by whom, to what.

timeline.csv             the same in sentences, for people
entries/*.tlog-proof     one a line of the timeline, with its proof (c2sp.org/tlog-proof@v1)
checkpoint               the signed state of the log they are proven against (c2sp.org/tlog-checkpoint)
summary                  the same with the length of this record; keep it, so that later changes show
vkey                     the key they are signed with

To check it without the service: npm run verify -- FILE
With a summary kept from before: npm run verify -- FILE --since SUMMARY

The check shows that nothing here was changed, taken out or put in between since it was signed.
It cannot show an act that was never written.

Log size when this was made: ${held.size}
`;
