import { buffer } from "node:stream/consumers";
import type { OpenedBlob } from "../documents/index.ts";

/** All of a file or picture: one at a time, and none of them is larger than an upload may be. */
export async function readWhole(blob: OpenedBlob | undefined): Promise<Buffer> {
  if (!blob) throw new Error("A part of a paper that was not opened");
  return buffer(await blob.start());
}
