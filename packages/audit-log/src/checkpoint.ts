import { fromBase64Fixed, toBase64 } from "./base64.ts";
import { isCount, parseDecimal } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { type NoteSigner, openNote, parseNote, signNote, type Verify } from "./note.ts";
import { HASH_BYTES } from "./sha256.ts";
import type { VerifierKey } from "./vkey.ts";

/** The head of a log: which log, how many leaves, and the root hash over all of them. */
export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Checkpoint extends TreeHead {
  readonly extensions: readonly string[];
  /** The whole signed note, as received. */
  readonly text: string;
}

/** Note text of c2sp.org/tlog-checkpoint: origin, size, base64 root, extension lines. */
export function formatCheckpointBody(head: TreeHead, extensions: readonly string[] = []): string {
  const lines = [head.origin, String(head.size), toBase64(head.root), ...extensions];
  const fits = isCount(head.size) && head.root.length === HASH_BYTES;
  if (!fits || lines.some((line) => line === "" || line.includes("\n"))) throw malformed();
  return `${lines.join("\n")}\n`;
}

/** Strict: at least three lines, none empty, the size a plain decimal. Throws `checkpoint-malformed`. */
export function parseCheckpointBody(text: string): TreeHead & { readonly extensions: readonly string[] } {
  if (!text.endsWith("\n")) throw malformed();
  const lines = text.slice(0, -1).split("\n");
  const [origin, size, root, ...extensions] = lines;
  if (origin === undefined || size === undefined || root === undefined || lines.some((line) => line === ""))
    throw malformed();
  return {
    origin,
    size: parseDecimal(size, "checkpoint-malformed"),
    root: fromBase64Fixed(root, HASH_BYTES, "checkpoint-malformed"),
    extensions,
  };
}

/**
 * Signs a tree head. Whoever calls this must never sign a head that contradicts one signed before under this origin:
 * nothing here can know.
 */
export function signCheckpoint(signer: NoteSigner, head: TreeHead, extensions: readonly string[] = []): string {
  return signNote(formatCheckpointBody(head, extensions), [signer]);
}

/** A checkpoint signed by `key`. Throws a `note-…` or `checkpoint-malformed` error. */
export function openCheckpoint(text: string, key: VerifierKey, verify?: Verify): Checkpoint {
  return { ...parseCheckpointBody(openNote(text, key, verify)), text };
}

/** A checkpoint whose signature nobody has looked at: for naming what a file claims, never for trusting it. */
export function readUnverifiedCheckpoint(text: string): Checkpoint {
  return { ...parseCheckpointBody(parseNote(text).text), text };
}

function malformed(): AuditLogError {
  return new AuditLogError("checkpoint-malformed", "The summary does not have the lines of a checkpoint.");
}
