import { createHash } from "node:crypto";
import { pipeline, Transform } from "node:stream";
import type { Part } from "./route.ts";

/** What makes two bodies in parts the same, whatever boundary stands between the parts. */
export interface BodyDigest {
  /** Bytes of all values and files together. */
  bytes: number;
  /** Over names, file names, values and the files' bytes, in the order sent; base64. */
  sha256: string;
}

const pieceBytes = 256 * 1024;

/** Hashes the parts of one body while they pass to whoever takes them. The declared media type is left out: nothing here goes by it. */
export class PartsDigest {
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private filesOpen = 0;
  private ended = false;

  async *pass(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
    for await (const part of parts) {
      this.add(part.kind === "file" ? [part.kind, part.name, part.fileName] : [part.kind, part.name, part.value]);
      if (part.kind === "file") yield { ...part, stream: this.through(part) };
      else yield part;
    }
    this.ended = true;
  }

  /** Reads a body that is asked about and not wanted; true when it is this one. Stops where it is longer. */
  async matches(parts: AsyncIterable<Part>, expected: BodyDigest): Promise<boolean> {
    for await (const part of this.pass(parts)) {
      if (part.kind === "file") for await (const _ of part.stream) if (this.bytes > expected.bytes) return false;
      if (this.bytes > expected.bytes) return false;
    }
    return this.whole()?.sha256 === expected.sha256;
  }

  /** Undefined unless every part was taken to its end. */
  whole(): BodyDigest | undefined {
    if (!this.ended || this.filesOpen > 0) return undefined;
    return { bytes: this.bytes, sha256: this.hash.copy().digest("base64") };
  }

  private add(words: readonly string[]): void {
    const line = `${JSON.stringify(words)}\n`;
    this.bytes += Buffer.byteLength(line);
    this.hash.update(line);
  }

  private through({ stream }: Extract<Part, { kind: "file" }>): Transform {
    const file = createHash("sha256");
    this.filesOpen += 1;
    const meter = new Transform({
      highWaterMark: pieceBytes,
      transform: (chunk: Buffer, _encoding, done) => {
        this.bytes += chunk.length;
        file.update(chunk);
        done(null, chunk);
      },
      flush: (done) => {
        this.filesOpen -= 1;
        // A digest of its own, so that bytes cannot move from one file to the next unseen.
        this.hash.update(file.digest());
        done();
      },
    });
    // Whoever takes the file is told of a broken line by the stream itself.
    pipeline(stream, meter, () => undefined);
    return meter;
  }
}
