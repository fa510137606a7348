import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Unreadable } from "./outcome.ts";

/** A ZIP made to harm the one who opens it, or damaged: a reason to disbelieve it, not a fault of this program. */
export class HostileZip extends Error {}

const MAX_FILES = 1_000_000;
const MAX_NAME_CHARACTERS = 512;

/** Files of a ZIP by name. Nothing is ever written to disk, and names are only compared, never opened as paths. */
export class Zip {
  private readonly file: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.entries = entries;
  }

  /** Reads the directory only. Refuses names twice (which of two would count?), absolute and climbing names, encryption. */
  static async open(path: string): Promise<Zip> {
    const file = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    }).catch((error: Error) => {
      throw new Unreadable(`This is not a ZIP that can be read: ${error.message}.`);
    });
    try {
      return new Zip(file, await directory(file));
    } catch (error) {
      file.close();
      if (error instanceof HostileZip) throw error;
      throw new HostileZip(`The ZIP is damaged: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The whole content, at most `limit` bytes. */
  async read(name: string, limit: number): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    await this.stream(name, limit, (part) => parts.push(part));
    return new Uint8Array(Buffer.concat(parts));
  }

  /** Size and SHA-256 (hexadecimal) of a content of any size, without keeping it. */
  async fingerprint(name: string, limit: number): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash("sha256");
    let bytes = 0;
    await this.stream(name, limit, (part) => {
      hash.update(part);
      bytes += part.length;
    });
    return { bytes, sha256: hash.digest("hex") };
  }

  close(): void {
    this.file.close();
  }

  private async stream(name: string, limit: number, take: (part: Buffer) => void): Promise<void> {
    const entry = this.entries.get(name);
    const shown = JSON.stringify(name);
    if (entry === undefined) throw new HostileZip(`${shown} is missing.`);
    // The declared size is what yauzl holds the stream to, so a bomb cannot unpack past this limit.
    if (entry.uncompressedSize > limit) throw new HostileZip(`${shown} is larger than such a file can be.`);
    try {
      const stream: Readable = await this.file.openReadStreamPromise(entry);
      for await (const part of stream) take(part);
    } catch (error) {
      throw new HostileZip(`${shown} is damaged: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
}

async function directory(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > MAX_FILES) throw new HostileZip("The ZIP holds more files than any of ours.");
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName;
    const shown = JSON.stringify(name.slice(0, MAX_NAME_CHARACTERS));
    if (name.length > MAX_NAME_CHARACTERS) throw new HostileZip(`The name ${shown} is too long.`);
    if (name.endsWith("/")) continue;
    if (entry.isEncrypted()) throw new HostileZip(`${shown} is encrypted.`);
    if (entries.has(name)) throw new HostileZip(`${shown} stands in the ZIP twice.`);
    entries.set(name, entry);
  }
  return entries;
}
