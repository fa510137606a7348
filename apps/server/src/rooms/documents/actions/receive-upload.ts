import type { Readable } from "node:stream";
import { newDataKey } from "@locum-passport/envelope";
import type { Context } from "../../../context.ts";
import { Refusal } from "../../../failure.ts";
import type { BlobBatch } from "../../../platform/blobs/blobs.ts";
import { refusals } from "../documents.errors.ts";
import { withBlobs } from "../in-flight.ts";
import { type Intake, type ReceivedFile, receiveFile } from "../upload-intake.ts";
import { inUploadTurn } from "../upload-turns.ts";

/** One part of the body, in the order it was sent (as the edge hands it over). */
export type UploadPart =
  | { kind: "field"; name: string; value: string }
  | { kind: "file"; name: string; fileName: string; stream: Readable };

export interface ReceivedUpload {
  files: ReceivedFile[];
  fields: ReadonlyMap<string, string>;
  /** Zeroed when the upload is over; wrap it before. */
  dataKey: Buffer;
  /** Not durable yet: `commit` makes all files so at once. */
  batch: BlobBatch;
}

const MOST_FILES = 20;
/** What may be read of a refused request before the line is cut. */
const PATIENCE_BYTES = 48 * 1024 * 1024;

/**
 * Takes in a multipart body and hands it to `keep`. Fields and files may come in any order: the type is looked at when all
 * is here. Whatever fails, or if the line is cut at any byte, nothing stays behind.
 */
export async function receiveUpload<T>(
  ctx: Context,
  parts: AsyncIterable<UploadPart>,
  fieldNames: readonly string[],
  keep: (upload: ReceivedUpload) => Promise<T>,
): Promise<T> {
  const { blobs, settings, newId } = ctx.ports;
  return inUploadTurn(ctx.actor.personId ?? "", () =>
    withBlobs({ blobs, newId }, async (newBlob) => {
      const dataKey = newDataKey();
      const batch = blobs.batch();
      const intake: Intake = {
        dataKey,
        batch,
        maxFileBytes: settings.maxFileBytes,
        signal: ctx.signal,
        patience: { bytes: PATIENCE_BYTES },
      };
      try {
        return await keep({ ...(await readParts(intake, parts, fieldNames, newBlob)), dataKey, batch });
      } finally {
        dataKey.fill(0);
        await batch.abandon();
      }
    }),
  );
}

async function readParts(
  intake: Intake,
  parts: AsyncIterable<UploadPart>,
  fieldNames: readonly string[],
  newBlob: () => string,
): Promise<Pick<ReceivedUpload, "files" | "fields">> {
  const files: ReceivedFile[] = [];
  const fields = new Map<string, string>();
  let refusal: Refusal | undefined;
  for await (const part of parts) {
    if (part.kind === "field") {
      if (fieldNames.includes(part.name) && !fields.has(part.name)) fields.set(part.name, part.value);
      else
        refusal ??= refusals.field(part.name.slice(0, 64), `Send each of these fields once: ${fieldNames.join(", ")}`);
    } else if (refusal) {
      await drain(part.stream, intake, refusal);
    } else if (part.name !== "file" || files.length === MOST_FILES) {
      refusal =
        part.name === "file" ? refusals.tooMany() : refusals.field(part.name.slice(0, 64), "Send files as `file`");
      await drain(part.stream, intake, refusal);
    } else {
      const n = files.length + 1;
      const received = await receiveFile(intake, {
        n,
        blobId: newBlob(),
        sentName: part.fileName,
        stream: part.stream,
      });
      if (received instanceof Refusal) refusal = received;
      else files.push(received);
    }
  }
  if (intake.signal.aborted) throw refusals.cut(intake.signal.reason);
  if (refusal) throw refusal;
  if (files.length === 0) throw new Refusal("file-missing");
  return { files, fields };
}

/** Reads on after a refusal, so that the sender gets to read the answer; but not for ever. */
async function drain(stream: AsyncIterable<Buffer>, { patience }: Intake, refusal: Refusal): Promise<void> {
  for await (const chunk of stream) {
    patience.bytes -= chunk.length;
    if (patience.bytes < 0) throw refusal;
  }
}
