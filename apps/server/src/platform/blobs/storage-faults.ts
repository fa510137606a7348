import { BlobStoreError } from "./blobs.ts";

const full = new Set(["ENOSPC", "EDQUOT"]);
const broken = new Set([
  "EIO",
  "EROFS",
  "EACCES",
  "EPERM",
  "EMFILE",
  "ENFILE",
  "ENOENT",
  "ENOTDIR",
  "ESTALE",
  "ENODEV",
]);

export function faultCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** A fault of the file system in the store's words. What is not one (the source's own error, say) comes back unchanged. */
export function asBlobStoreError(error: unknown): unknown {
  // Only errors of system calls carry `syscall`: a source may fail with a code of the same name.
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  const code = faultCode(error) ?? "";
  if (full.has(code)) return new BlobStoreError("storage-full", { cause: error });
  if (broken.has(code)) return new BlobStoreError("storage-unusable", { cause: error });
  return error;
}

export async function inStoreWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asBlobStoreError(error);
  }
}
