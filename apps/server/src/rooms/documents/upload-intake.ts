import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { blobContext, sealStream } from "@locum-passport/envelope";
import type { Refusal } from "../../failure.ts";
import { type BlobBatch, BlobStoreError } from "../../platform/blobs/blobs.ts";
import { SNIFF_BYTES, sniffMediaType } from "../../platform/sandbox/index.ts";
import { refusals } from "./documents.errors.ts";
import type { MediaType } from "./documents.model.ts";
import { cleanFileName } from "./file-names.ts";

/** A file that has arrived, sealed, hashed and known for what it is; not durable before the batch is committed. */
export interface ReceivedFile {
  n: number;
  blobId: string;
  fileName: string;
  mediaType: MediaType;
  bytes: number;
  sha256: string;
}

export interface Intake {
  dataKey: Buffer;
  batch: BlobBatch;
  maxFileBytes: number;
  signal: AbortSignal;
  /** How much may still be read of a request that is already refused. */
  patience: { bytes: number };
}

/**
 * One file on its way in: counted, hashed, recognised and sealed as it streams, so that no more than a few chunks of it
 * are in memory and nothing of it touches the disk unsealed. Answers a refusal rather than throwing it, with the rest of
 * the file read and dropped: a browser that is still sending shows a broken line instead of the answer.
 */
export async function receiveFile(
  intake: Intake,
  file: { n: number; blobId: string; sentName: string; stream: Readable },
): Promise<ReceivedFile | Refusal> {
  const fileName = cleanFileName(file.sentName, `file ${file.n}`);
  const meter = new Meter(intake, fileName);
  const seal = sealStream({ key: intake.dataKey, context: blobContext(file.blobId) });
  const flow = pipeline(file.stream, (source: AsyncIterable<Buffer>) => meter.pass(source), seal, {
    signal: intake.signal,
  });
  const [flowed, written] = await Promise.allSettled([flow, intake.batch.write(file.blobId, seal)]);
  if (meter.fault) return meter.fault;
  if (written.status === "rejected" && written.reason instanceof BlobStoreError) throw written.reason;
  if (meter.sourceFailed || intake.signal.aborted) throw refusals.cut(meter.sourceFailed);
  if (flowed.status === "rejected") throw flowed.reason;
  if (written.status === "rejected") throw written.reason;
  if (!meter.mediaType) throw new Error("A file passed without being recognised");
  return {
    n: file.n,
    blobId: file.blobId,
    fileName,
    mediaType: meter.mediaType,
    bytes: meter.bytes,
    sha256: meter.digest(),
  };
}

/** Looks at bytes as they pass. */
class Meter {
  bytes = 0;
  mediaType: MediaType | undefined;
  fault: Refusal | undefined;
  /** What broke the line, if it broke. */
  sourceFailed: unknown;
  private readonly hash = createHash("sha256");
  private readonly intake: Intake;
  private readonly fileName: string;

  constructor(intake: Intake, fileName: string) {
    this.intake = intake;
    this.fileName = fileName;
  }

  digest(): string {
    return this.hash.digest("hex");
  }

  async *pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let head: Buffer[] | undefined = [];
    try {
      for await (const chunk of source) {
        if (!this.take(chunk)) continue;
        if (head === undefined) {
          yield chunk;
          continue;
        }
        head.push(chunk);
        if (this.bytes < SNIFF_BYTES) continue;
        await this.recognise(head);
        if (!this.fault) yield* head;
        head = undefined;
      }
    } catch (error) {
      if (error !== this.fault) this.sourceFailed = error;
      throw error;
    }
    if (head === undefined || this.fault) return;
    await this.recognise(head);
    if (!this.fault) yield* head;
  }

  /** False for bytes of a file that is refused already: they are read and dropped, as long as patience lasts. */
  private take(chunk: Buffer): boolean {
    this.bytes += chunk.length;
    if (this.bytes > this.intake.maxFileBytes) {
      this.fault ??= refusals.tooLarge(this.fileName, this.intake.maxFileBytes);
    }
    if (this.fault) {
      this.intake.patience.bytes -= chunk.length;
      if (this.intake.patience.bytes < 0) throw this.fault;
      return false;
    }
    this.hash.update(chunk);
    return true;
  }

  /** What is inside counts; name and declared type are the sender's word. */
  private async recognise(head: readonly Buffer[]): Promise<void> {
    if (this.bytes === 0) {
      this.fault = refusals.empty(this.fileName);
      return;
    }
    this.mediaType = await sniffMediaType(head.length === 1 && head[0] ? head[0] : Buffer.concat(head));
    if (!this.mediaType) this.fault = refusals.wrongType(this.fileName);
  }
}
