import { randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** 26 lower-case Crockford base32 characters: 48 bits of milliseconds, then 80 random bits. Ids made later sort later. */
export function makeId(now: Date): string {
  let time = now.getTime();
  let text = "";
  for (let n = 0; n < 10; n++) {
    text = (alphabet[time % 32] ?? "0") + text;
    time = Math.floor(time / 32);
  }
  // Five bits a character from a whole byte each: 32 divides 256, so every character is equally likely.
  for (const byte of randomBytes(16)) text += alphabet[byte % 32] ?? "0";
  return text;
}
