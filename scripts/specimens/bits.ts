/** Writes numbers bit by bit, as HEVC wants them. */
export class BitWriter {
  private readonly parts: Uint8Array[] = [];
  private pending: number[] = [];
  private partial = 0;
  private used = 0;

  /** An unsigned number of `length` bits. */
  u(length: number, value: number): this {
    for (let bit = length - 1; bit >= 0; bit -= 1) this.bit(Math.floor(value / 2 ** bit) % 2);
    return this;
  }

  /** An unsigned number in Exp-Golomb code (H.265 section 9.2). For 0 the signed code is the same. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.u(length, 0).u(length + 1, value + 1);
  }

  /** Whole bytes, wherever the last bit fell. */
  bytes(bytes: Uint8Array): this {
    if (this.used === 0) {
      this.settle();
      this.parts.push(bytes);
    } else for (const byte of bytes) this.u(8, byte);
    return this;
  }

  align(): this {
    while (this.used > 0) this.bit(0);
    return this;
  }

  /** A stop bit, zeros to the next byte, and everything so far. */
  trailing(): Buffer {
    this.bit(1);
    return this.align().whole();
  }

  whole(): Buffer {
    this.settle();
    return Buffer.concat(this.parts);
  }

  private bit(bit: number): void {
    this.partial = this.partial * 2 + bit;
    this.used += 1;
    if (this.used < 8) return;
    this.pending.push(this.partial);
    this.partial = 0;
    this.used = 0;
  }

  private settle(): void {
    if (this.pending.length > 0) this.parts.push(Uint8Array.from(this.pending));
    this.pending = [];
  }
}
