/**
 * The program that reads hostile files: bundled alone into `dist/sandbox.mjs`, started by `job.ts` for one file and ended
 * after it. The file comes in at standard input, answers go out at pipe 3. It imports no other part of the server.
 */

import { explain } from "./child/explain.ts";
import { tellBytes, tellFacts } from "./child/out.ts";
import type { ToldFacts } from "./facts.ts";
import type { ChildJob } from "./job.ts";
import { isMediaType, isPhotoType, type MediaType } from "./media-type.ts";

const job = JSON.parse(process.argv[2] ?? "{}") as ChildJob; // written by job.ts, not by the file
// As few worker threads as are of use: each counts its stack against the memory limit. Read when the pool starts.
process.env.UV_THREADPOOL_SIZE = String(job.act === "recode" ? job.atOnce : 1);
tellFacts(await answer(job).catch(explain));
process.exit(0);

async function readInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function answer(job: ChildJob): Promise<ToldFacts> {
  if (job.act === "recode") return (await import("./child/recode.ts")).recodePages(process.stdin, job.atOnce);
  const { act, mediaType, maxPages } = job;
  const bytes = await readInput();
  if (!isMediaType(mediaType)) throw new TypeError("an unknown type");
  return act === "picture" ? picture(mediaType, bytes, maxPages) : withoutPlace(mediaType, bytes);
}

/** Each decoder is loaded only when it is needed: less code in reach of the file, less memory. */
async function picture(mediaType: MediaType, bytes: Buffer, maxPages: number): Promise<ToldFacts> {
  if (mediaType === "application/pdf") return (await import("./child/pdf.ts")).picturePdf(bytes, maxPages);
  if (mediaType === "image/heic") return (await import("./child/heic.ts")).pictureHeic(bytes);
  if (isPhotoType(mediaType)) return (await import("./child/photo.ts")).picturePhoto(mediaType, bytes);
  return { pages: 0, hasPlace: false, locked: false, damaged: false, reason: "no-pictures" };
}

async function withoutPlace(mediaType: MediaType, bytes: Buffer): Promise<ToldFacts> {
  if (!isPhotoType(mediaType)) throw new TypeError("not a photo");
  const { hasPlace, removePlace } = await import("./place/place.ts");
  const stripped = removePlace(mediaType, bytes);
  const facts: ToldFacts = { pages: 1, hasPlace: await hasPlace(mediaType, stripped), locked: false, damaged: false };
  if (!facts.hasPlace) tellBytes(stripped);
  return facts;
}
