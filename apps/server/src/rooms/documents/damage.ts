import { EnvelopeError } from "@locum-passport/envelope";
import { BlobMissing, BlobStoreError } from "../../platform/blobs/blobs.ts";

/** The bytes that are kept are changed, cut or gone: no later try will read them either. */
export function isDamaged(error: unknown): boolean {
  return error instanceof BlobMissing || error instanceof EnvelopeError;
}

export function isStorageFull(error: unknown): boolean {
  return error instanceof BlobStoreError && error.code === "storage-full";
}
