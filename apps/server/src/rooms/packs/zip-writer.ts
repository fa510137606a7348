import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import yazl from "yazl";

const HELD_BYTES = 1024 * 1024;

/** A ZIP that leaves as it is written. What is in it is compressed already, so it is stored as it is. */
export class ZipWriter {
  readonly stream: Readable;
  private readonly zip = new yazl.ZipFile();
  private readonly options: { mtime: Date; mode: number; compress: false };

  constructor(at: Date) {
    this.stream = this.zip.outputStream as Readable;
    this.options = { mtime: at, mode: 0o100644, compress: false };
    this.zip.on("error", (error: unknown) =>
      this.stream.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** Resolves when most of it has been taken, so that a large ZIP is never whole in memory. */
  async add(name: string, bytes: Buffer): Promise<void> {
    let held: Buffer | undefined = bytes; // the writer keeps its list of files to the end, but not what was in them
    this.zip.addReadStreamLazy(name, { ...this.options, size: bytes.length }, (hand) => {
      const source = Readable.from(held ? [held] : [], { objectMode: false });
      held = undefined;
      hand(null, source);
    });
    while ((held !== undefined || this.stream.readableLength > HELD_BYTES) && !this.stream.destroyed) await pause(2);
  }

  end(): void {
    this.zip.end();
  }
}
