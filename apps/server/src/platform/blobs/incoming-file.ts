import { randomBytes } from "node:crypto";
import { type FileHandle, link, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type BlobBytes, BlobStoreError } from "./blobs.ts";
import { faultCode } from "./storage-faults.ts";

/** Large enough that a write costs little beside its bytes, small enough for many uploads at a time. */
const BUFFERED_BYTES = 256 * 1024;

/** Bytes on their way into the store: under a temporary name, nobody's yet. */
export interface IncomingFile {
  readonly id: string;
  readonly bytes: number;
  /** Makes the bytes durable. */
  sync(): Promise<void>;
  /** Gives them their name. A link, not a rename: a rename would replace a blob that is there already. */
  publishAs(path: string): Promise<void>;
  /** Takes the temporary name away; the bytes too, unless they were published. */
  clear(): Promise<void>;
}

export async function receiveFile(
  folder: string,
  id: string,
  source: BlobBytes,
  signal: AbortSignal,
): Promise<IncomingFile> {
  const path = join(folder, `${id}.${randomBytes(8).toString("hex")}`);
  const handle = await open(path, "wx", 0o600);
  const clear = async () => {
    await handle.close();
    await rm(path, { force: true });
  };
  try {
    let bytes = 0;
    const sink = fileSink(handle, (written) => {
      bytes += written;
    });
    await pipeline(source, sink, { signal });
    return { id, bytes, sync: () => handle.datasync(), publishAs: (name) => publish(path, name), clear };
  } catch (error) {
    await clear();
    throw signal.aborted ? new BlobStoreError("blob-write-lost", { cause: error }) : error;
  }
}

/**
 * Gathers what comes, a quarter of a megabyte to a call: each call costs a turn of another thread. (Node's own write stream
 * never lets go of a handle that it may not close.)
 */
function fileSink(handle: FileHandle, onWritten: (bytes: number) => void): Writable {
  let held: Buffer[] = [];
  let heldBytes = 0;
  const flush = (done: (error?: Error) => void) => {
    const buffers = held;
    held = [];
    heldBytes = 0;
    writeAll(handle, buffers, onWritten).then(() => done(), done);
  };
  return new Writable({
    highWaterMark: BUFFERED_BYTES,
    write(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes < BUFFERED_BYTES) done();
      else flush(done);
    },
    final: flush,
  });
}

/** A nearly full disk takes a part and says so only on the next call. */
async function writeAll(handle: FileHandle, buffers: Buffer[], onWritten: (bytes: number) => void): Promise<void> {
  let waiting = buffers.filter((buffer) => buffer.length > 0);
  while (waiting.length > 0) {
    const { bytesWritten } = await handle.writev(waiting);
    onWritten(bytesWritten);
    let skip = bytesWritten;
    waiting = waiting.flatMap((buffer) => {
      const left = buffer.subarray(Math.min(skip, buffer.length));
      skip -= buffer.length - left.length;
      return left.length > 0 ? [left] : [];
    });
  }
}

async function publish(temporary: string, name: string): Promise<void> {
  try {
    await link(temporary, name);
  } catch (error) {
    if (faultCode(error) === "EEXIST") throw new BlobStoreError("blob-exists", { cause: error });
    if (faultCode(error) === "ENOENT") throw new BlobStoreError("blob-write-lost", { cause: error });
    throw error;
  }
}
