import type { OpenedBlob } from "../documents/index.ts";

/**
 * All of a file or picture: one at a time, and none of them is larger than an upload may be. Read into the one place it
 * needs: pieces put together afterwards would be kept twice until somebody collects them.
 */
export async function readWhole(blob: OpenedBlob | undefined): Promise<Buffer> {
  if (!blob) throw new Error("A part of a paper that was not opened");
  const whole = Buffer.allocUnsafe(blob.bytes);
  let at = 0;
  for await (const piece of (await blob.start()) as AsyncIterable<Buffer>) {
    if (at + piece.length > whole.length) throw new Error("A blob is longer than it is said to be");
    at += piece.copy(whole, at);
  }
  if (at < whole.length) throw new Error("A blob is shorter than it is said to be");
  return whole;
}
