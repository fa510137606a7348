/** One message from the child: a letter and its bytes. */
export interface Frame {
  kind: FrameKind;
  body: Buffer;
}

/**
 * `about`: facts known before the work. `picture`: one picture. `bytes`: part of a changed file. `page`: a picture coded
 * anew. `facts`: the end. To the child goes only `page`: a picture to code anew.
 */
export type FrameKind = "about" | "picture" | "bytes" | "page" | "facts";

const LETTERS: Record<FrameKind, number> = { about: 0x41, picture: 0x50, bytes: 0x42, page: 0x4a, facts: 0x46 };
const KINDS: readonly FrameKind[] = ["about", "picture", "bytes", "page", "facts"];

/** The child is taken to be the attacker: a length above these is a lie or a flood, and ends it before a byte is kept. */
const LONGEST: Record<FrameKind, number> = {
  about: 4096,
  picture: 6 * 1024 * 1024,
  bytes: 1024 * 1024,
  page: 8 * 1024 * 1024,
  facts: 4096,
};

const HEADER_BYTES = 5;

export class FrameError extends Error {}

export function encodeFrame(kind: FrameKind, body: Uint8Array): Buffer {
  return Buffer.concat([frameHead(kind, body.length), body]);
}

/** What stands before so many bytes. */
export function frameHead(kind: FrameKind, bytes: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt8(LETTERS[kind], 0);
  head.writeUInt32LE(bytes, 1);
  return head;
}

/** Cuts a stream of bytes into frames. Throws FrameError on an unknown letter, a length over its cap, or a cut end. */
export async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let needed = HEADER_BYTES;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    while (heldBytes >= needed) {
      let all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held, heldBytes);
      const { kind, length } = readHeader(all);
      needed = HEADER_BYTES + length;
      if (all.length >= needed) {
        yield { kind, body: all.subarray(HEADER_BYTES, needed) };
        all = all.subarray(needed);
        needed = HEADER_BYTES;
      }
      held = [all];
      heldBytes = all.length;
    }
  }
  if (heldBytes > 0) throw new FrameError("the last message is cut");
}

function readHeader(bytes: Buffer): { kind: FrameKind; length: number } {
  const letter = bytes.readUInt8(0);
  const length = bytes.readUInt32LE(1);
  for (const kind of KINDS) {
    if (LETTERS[kind] !== letter) continue;
    if (length > LONGEST[kind]) throw new FrameError(`a ${kind} message of ${length} bytes`);
    return { kind, length };
  }
  throw new FrameError(`an unknown message ${letter}`);
}
