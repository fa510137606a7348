import { writeSync } from "node:fs";
import type { ToldFacts } from "../facts.ts";
import { encodeFrame, type FrameKind } from "../frames.ts";
import { type CodedPage, encodeCoded } from "../pages.ts";
import { encodePicture, type Picture } from "../pictures.ts";

const PIPE = 3;
const PIECE = 256 * 1024;

let about: ToldFacts | undefined;

/** Tells the server what is known before the work starts, so that a kill in the middle does not lose it. */
export function tellAbout(facts: ToldFacts): void {
  about = facts;
  send("about", Buffer.from(JSON.stringify(facts)));
}

export function toldAbout(): ToldFacts | undefined {
  return about;
}

export function tellPicture(picture: Picture): void {
  send("picture", encodePicture(picture));
}

export function tellPage(n: number, page: CodedPage | undefined): void {
  send("page", encodeCoded(n, page));
}

export function tellBytes(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at += PIECE) send("bytes", bytes.subarray(at, at + PIECE));
}

export function tellFacts(facts: ToldFacts): void {
  send("facts", Buffer.from(JSON.stringify(facts)));
}

/** Blocks while the server is busy with the last picture: nothing piles up here. */
function send(kind: FrameKind, body: Uint8Array): void {
  let frame: Buffer = encodeFrame(kind, body);
  while (frame.length > 0) frame = frame.subarray(writeSync(PIPE, frame));
}
