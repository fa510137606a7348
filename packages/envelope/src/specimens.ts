/** Bytes of a message that anyone can write again: i * 7 mod 251. For tests and vectors. */
export function pattern(bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  for (let i = 0; i < bytes; i++) out[i] = (i * 7) % 251;
  return out;
}
