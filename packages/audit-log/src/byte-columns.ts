import { fromUtf8, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";

/** Writes numbers and bytes one after the other; grows by doubling. */
export class ByteWriter {
  private buffer = new Uint8Array(4096);
  private length = 0;

  byte(value: number): void {
    this.room(1);
    this.buffer[this.length++] = value;
  }

  /** LEB128, by arithmetic rather than shifts: times and places in the log pass 2^32. */
  count(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A number that may be negative, folded into the even and odd ones. */
  difference(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  block(bytes: Uint8Array): void {
    this.count(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    this.block(utf8(text));
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const size = Math.max(this.buffer.length * 2, this.length + bytes);
    const grown = new Uint8Array(size);
    grown.set(this.buffer);
    this.buffer = grown;
  }
}

/** Reads what `ByteWriter` wrote; every length is held against what is left, so a lying one costs no memory. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw malformed();
    this.at += 1;
    return value;
  }

  count(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) {
        // A last byte of 0 would be a second spelling of the same number.
        if (!Number.isSafeInteger(value) || (byte === 0 && i > 0)) throw malformed();
        return value;
      }
      scale *= 128;
    }
    throw malformed();
  }

  difference(): number {
    const folded = this.count();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw malformed();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  block(): Uint8Array {
    return this.raw(this.count());
  }

  text(): string {
    return fromUtf8(this.block(), "record-malformed");
  }

  /** How many things follow, each of at least `least` bytes. */
  items(least: number): number {
    const number = this.count();
    if (number * least > this.bytes.length - this.at) throw malformed();
    return number;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw malformed();
  }
}

function malformed(): AuditLogError {
  return new AuditLogError("record-malformed", "The record is cut off or not of this format.");
}
