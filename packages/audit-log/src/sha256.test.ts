import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacSha256, sha256, sha256Into } from "./sha256.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const known = (...parts: readonly Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

test("every length around the borders of a block hashes as OpenSSL hashes it, in one part and in two", () => {
  const bytes = Uint8Array.from({ length: 260 }, (_, n) => (n * 7 + 3) & 255);
  for (let length = 0; length <= bytes.length; length++) {
    const message = bytes.subarray(0, length);
    expect(hex(sha256(message))).toBe(known(message));
    expect(hex(sha256(message.subarray(0, length >> 1), message.subarray(length >> 1)))).toBe(known(message));
  }
});

test("any parts hash as OpenSSL hashes them, also after one another and over their own output", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (parts) => {
      expect(hex(sha256(...parts))).toBe(known(...parts));
      const room = new Uint8Array([...parts.flatMap((part) => [...part]), ...new Uint8Array(32)]);
      const expected = known(room);
      sha256Into(room, room);
      expect(hex(room.subarray(0, 32))).toBe(expected);
    }),
  );
});

test("keyed hashes are those of OpenSSL for every key up to a block, and a longer key is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(fc.uint8Array({ maxLength: 200 })), (key, parts) => {
      const hmac = createHmac("sha256", key);
      for (const part of parts) hmac.update(part);
      expect(hex(hmacSha256(key, ...parts))).toBe(hmac.digest("hex"));
    }),
  );
  expect(() => hmacSha256(new Uint8Array(65))).toThrow(RangeError);
});
