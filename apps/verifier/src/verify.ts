import { open, readFile, stat } from "node:fs/promises";
import { LIMIT, MAX_RECEIPT_CHARACTERS } from "@locum-passport/audit-log";
import { type Anchors, parseArguments } from "./arguments.ts";
import { EXIT_CODES, type Outcome, outcomeInWords, Unreadable } from "./outcome.ts";
import { checkPackFile } from "./pack.ts";
import { checkReceiptFile } from "./receipt.ts";
import { checkTimeline } from "./timeline.ts";
import { HostileZip, Zip } from "./zip.ts";

export interface Answer {
  readonly exitCode: number;
  readonly text: string;
}

/** The whole program: words of the command line in, exit code and text out. Reads files, writes nothing, needs no network. */
export async function verify(words: readonly string[]): Promise<Answer> {
  try {
    const { file, anchors } = parseArguments(words);
    const outcome = await checkFile(file, anchors);
    return { exitCode: EXIT_CODES[outcome.verdict], text: outcomeInWords(outcome) };
  } catch (error) {
    // Whatever happens here, nothing was proven: never let a fault look like a good answer, or like a bad record.
    const sentence = error instanceof Unreadable ? error.message : `Nothing could be checked: ${String(error)}`;
    return { exitCode: EXIT_CODES.unreadable, text: `${sentence}\n` };
  }
}

async function checkFile(path: string, anchors: Anchors): Promise<Outcome> {
  const facts = await stat(path);
  if (!facts.isFile()) throw new Unreadable(`${path} is not a file.`);
  if (!(await startsLikeZip(path))) {
    if (facts.size > MAX_RECEIPT_CHARACTERS) throw notOurs(path);
    const text = await readFile(path, "utf8");
    if (!/^eyJ[\w-]*\.[\w-]+\.[\w-]+\s*$/.test(text)) throw notOurs(path);
    return checkReceiptFile(text, anchors);
  }
  try {
    return await checkZip(path, anchors);
  } catch (error) {
    if (error instanceof HostileZip) return disbelieved(error);
    throw error;
  }
}

async function checkZip(path: string, anchors: Anchors): Promise<Outcome> {
  const zip = await Zip.open(path);
  try {
    const names = [...zip.entries.keys()];
    if (zip.has("checkpoint") || names.some((name) => name.startsWith("entries/"))) {
      return await checkTimeline(zip, anchors);
    }
    if (zip.has("manifest.json")) return await checkPackFile(zip, anchors);
    throw notOurs(path);
  } finally {
    zip.close();
  }
}

async function startsLikeZip(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead >= 2 && buffer[0] === 0x50 && buffer[1] === 0x4b;
  } finally {
    await handle.close();
  }
}

function disbelieved(error: HostileZip): Outcome {
  return {
    verdict: "invalid",
    headline: error.message,
    findings: [{ code: "bytes-malformed", weight: "invalid", sentence: error.message }],
    facts: [],
    limits: [LIMIT],
  };
}

function notOurs(path: string): Unreadable {
  return new Unreadable(`${path} is not an exported timeline, a receipt or a pack.`);
}
