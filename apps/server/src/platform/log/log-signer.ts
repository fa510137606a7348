import { createPrivateKey, sign } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { formatVkey, type NoteSigner, noteSigner, openCheckpoint } from "@locum-passport/audit-log";
import type { KeyWrapper } from "@locum-passport/envelope";
import { writeWhole } from "./write-whole.ts";

/** Signs the log's checkpoints and receipts, and keeps the last checkpoint outside the database. */
export interface LogSigner {
  /** Name of the log and of its key. */
  readonly origin: string;
  readonly signer: NoteSigner;
  /** The verification key as a C2SP vkey line. */
  readonly vkey: string;
  /** Remembers a signed checkpoint where a restored database cannot make it forgotten. */
  keep(note: string): Promise<void>;
  kept(): Promise<{ size: number; root: Uint8Array; note: string } | undefined>;
}

/** PKCS #8 of an Ed25519 private key up to its 32-byte seed (RFC 8410, section 7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/** The same key and, Ed25519 being deterministic, the same signatures as `noteSigner`, made by the runtime's own OpenSSL. */
export function nativeSigner(seed: Uint8Array, name: string): NoteSigner {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: "der", type: "pkcs8" });
  return { ...noteSigner(seed, name), sign: (message) => new Uint8Array(sign(null, message, key)) };
}

export async function fileLogSigner(keys: KeyWrapper, origin: string, path: string): Promise<LogSigner> {
  const signer = nativeSigner(await keys.deriveSecret("log-signing-seed"), origin);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // One after the other: the sequencer and whoever waits for an entry may publish at the same moment.
  let writing: Promise<void> = Promise.resolve();
  return {
    origin,
    signer,
    vkey: formatVkey(signer),
    keep(note) {
      const write = () => writeWhole(path, note);
      writing = writing.then(write, write); // a failed write is told to its own caller, and does not stop the next
      return writing;
    },
    async kept() {
      const note = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (note === undefined) return undefined;
      const { size, root } = openCheckpoint(note, signer);
      return { size, root, note };
    },
  };
}
