import type { Readable } from "node:stream";

export type BlobBytes = AsyncIterable<Uint8Array> | Readable;

/** Sealed bytes by id. A blob never changes once it is there, and belongs to nobody: records hold the keys to it. */
export interface BlobStore {
  /** One blob, whole and durable or not at all. Refuses an id that exists. */
  write(id: string, bytes: BlobBytes): Promise<{ bytes: number }>;
  /** Several blobs that become there together, with few flushes. Always `commit` or `abandon` it. */
  batch(): BlobBatch;
  /** The bytes as a stream, to be read to its end or destroyed. A removal meanwhile does not break it. */
  read(id: string): Promise<Readable>;
  /** In bytes; undefined if there is no such blob. */
  size(id: string): Promise<number | undefined>;
  /** False if there was none. Not flushed: what must be unreadable has had its key destroyed before. */
  remove(id: string): Promise<boolean>;
  list(): AsyncIterable<StoredBlob>;
  /** Clears away writes that began before then and never ended (a killed server); tells how many. */
  removeStale(olderThan: Date): Promise<number>;
  /** Rejects with a `BlobStoreError` when blobs cannot be written and read now. */
  check(): Promise<void>;
}

export interface BlobBatch {
  /** Takes the bytes in, without making them durable or readable yet. */
  write(id: string, bytes: BlobBytes): Promise<{ bytes: number }>;
  /** Makes all of them durable and readable, or none. */
  commit(): Promise<void>;
  /** Stops running writes and forgets everything not committed. Nothing to do after a commit: safe in a `finally`. */
  abandon(): Promise<void>;
}

export interface StoredBlob {
  id: string;
  bytes: number;
  modifiedAt: Date;
}

export type BlobStoreCode =
  | "blob-missing"
  | "blob-exists"
  | "blob-id-refused"
  | "blob-write-lost"
  | "storage-full"
  | "storage-unusable";

const sentences: Record<BlobStoreCode, string> = {
  "blob-missing": "There are no bytes stored under this id. Restore the blob folder that belongs to this database.",
  "blob-exists": "Bytes are stored under this id already, and stored bytes never change. Take a new id.",
  "blob-id-refused": "A blob id is 8 to 64 of the characters a-z, 0-9, _ and -. Take an id made by this server.",
  "blob-write-lost": "This write was given up or cleared away before it was finished. Nothing was kept; send it again.",
  "storage-full": "The storage for papers is full. Nothing was kept. Make room, then send it again.",
  "storage-unusable":
    "The storage for papers cannot be used. Check that its folder is there and that this server may write to it.",
};

export class BlobStoreError extends Error {
  override readonly name: string = "BlobStoreError";
  readonly code: BlobStoreCode;

  constructor(code: BlobStoreCode, options?: ErrorOptions) {
    super(sentences[code], options);
    this.code = code;
  }
}

export class BlobMissing extends BlobStoreError {
  override readonly name = "BlobMissing";

  constructor(options?: ErrorOptions) {
    super("blob-missing", options);
  }
}

/** The attack: an id that is a path ("../../keys/root.key"). */
export function requireBlobId(id: string): string {
  if (!/^[a-z0-9_-]{8,64}$/.test(id)) throw new BlobStoreError("blob-id-refused");
  return id;
}
