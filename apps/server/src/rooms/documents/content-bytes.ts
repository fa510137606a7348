import { PassThrough, type Readable } from "node:stream";
import yazl from "yazl";
import { refuse } from "../../failure.ts";
import type { MediaType } from "./documents.model.ts";
import type { OpenedBlob, OpenedPaper } from "./documents.open.ts";
import { archiveNames, cleanFileName, contentDisposition, downloadName } from "./file-names.ts";

/** Bytes of a paper on their way out, with what a browser must know of them. */
export interface ContentBytes {
  stream: Readable;
  headers: Record<string, string>;
}

/** Nothing a paper holds runs, loads or frames anything, even when it is opened in a tab of its own. */
const SANDBOXED = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

interface NamedFile {
  n: number;
  fileName: string;
  mediaType: MediaType;
}

/** One file as it is, several as a ZIP in page order. */
export async function contentBytes(
  opened: OpenedPaper,
  files: readonly NamedFile[],
  { title, inline, addedAt }: { title: string; inline: boolean; addedAt: Date },
): Promise<ContentBytes> {
  const [file] = files;
  const [blob] = opened.blobs;
  if (!file || !blob) refuse("not-found");
  if (files.length === 1) {
    const name = downloadName(file.fileName, file.mediaType);
    return {
      stream: await blob.start(),
      headers: {
        "content-type": file.mediaType,
        "content-length": String(blob.bytes),
        "content-disposition": contentDisposition(inline ? "inline" : "attachment", name),
        "content-security-policy": SANDBOXED,
      },
    };
  }
  const names = archiveNames(files.map((one) => downloadName(one.fileName, one.mediaType)));
  const entries = opened.blobs.map((one, index) => ({ name: names[index] ?? `${index + 1}`, blob: one }));
  return {
    stream: zip(entries, addedAt, () => opened.close()),
    headers: {
      "content-type": "application/zip",
      "content-disposition": contentDisposition("attachment", `${cleanFileName(title, "paper")}.zip`),
      "content-security-policy": SANDBOXED,
    },
  };
}

/** One page picture. It is made by us, from pixels only, and may be shown anywhere on our own pages. */
export async function pictureBytes(opened: OpenedPaper): Promise<ContentBytes> {
  const [blob] = opened.blobs;
  if (!blob) refuse("not-found");
  return {
    stream: await blob.start(),
    headers: {
      "content-type": "image/webp",
      "content-length": String(blob.bytes),
      "content-disposition": "inline",
      "content-security-policy": SANDBOXED,
    },
  };
}

export type ZipEntry = { name: string; blob: Pick<OpenedBlob, "bytes" | "start"> } | { name: string; bytes: Buffer };

/**
 * A ZIP made as it is read, stored without compression (papers are compressed already); one file is opened at a time.
 * When a file breaks or its permission ends, the ZIP breaks off: it never ends as if it were whole.
 */
export function zip(entries: readonly ZipEntry[], modifiedAt: Date, onClose: () => void): Readable {
  const archive = new yazl.ZipFile();
  const out = new PassThrough({ highWaterMark: 256 * 1024 });
  const options = { mtime: modifiedAt, mode: 0o100644, compress: false };
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)));
  archive.on("error", fail);
  archive.outputStream.on("error", fail);
  for (const entry of entries) {
    if ("bytes" in entry) {
      archive.addBuffer(entry.bytes, entry.name, options);
      continue;
    }
    archive.addReadStreamLazy(entry.name, { ...options, size: entry.blob.bytes }, (hand) => {
      entry.blob.start().then((stream) => {
        stream.once("error", fail);
        hand(null, stream);
      }, fail);
    });
  }
  archive.end();
  archive.outputStream.pipe(out);
  out.once("close", onClose);
  return out;
}
