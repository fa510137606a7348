import { AuditLogError, type AuditLogErrorCode } from "./errors.ts";

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function lookup(alphabet: string): Int16Array {
  const table = new Int16Array(128).fill(-1);
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}

/** Every two digits at once: a record of 10,000 entries writes 30,000 hashes. */
function pairsOf(alphabet: string): string[] {
  return Array.from({ length: 4096 }, (_, n) => alphabet.charAt(n >> 6) + alphabet.charAt(n & 63));
}

const STANDARD_PAIRS = pairsOf(STANDARD);
const URL_SAFE_PAIRS = pairsOf(URL_SAFE);
const STANDARD_VALUES = lookup(STANDARD);
const URL_SAFE_VALUES = lookup(URL_SAFE);

/** RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  return encode(bytes, STANDARD_PAIRS, "=");
}

/** RFC 4648 section 5, unpadded, as JWS wants it (RFC 7515 section 2). */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE_PAIRS, "");
}

/** One spelling only: padding, alphabet and unused bits must be as an encoder writes them, so that no proof has two texts. */
export function fromBase64(text: string, code: AuditLogErrorCode = "base64-malformed"): Uint8Array {
  if (text.length % 4 !== 0) throw wrong(code);
  const body = text.endsWith("==") ? text.slice(0, -2) : text.endsWith("=") ? text.slice(0, -1) : text;
  return decode(body, STANDARD_VALUES, code);
}

export function fromBase64Url(text: string, code: AuditLogErrorCode = "base64-malformed"): Uint8Array {
  return decode(text, URL_SAFE_VALUES, code);
}

/** Exactly `length` bytes of base64, or a refusal. */
export function fromBase64Fixed(text: string, length: number, code: AuditLogErrorCode): Uint8Array {
  // The text length is looked at first, so that a hostile file cannot make us decode megabytes to refuse them.
  if (text.length !== Math.ceil(length / 3) * 4) throw wrong(code);
  const bytes = fromBase64(text, code);
  if (bytes.length !== length) throw wrong(code);
  return bytes;
}

function wrong(code: AuditLogErrorCode): AuditLogError {
  return new AuditLogError(code, "A part that should be base64 is not.");
}

function encode(bytes: Uint8Array, pairs: readonly string[], pad: string): string {
  let text = "";
  const whole = bytes.length - (bytes.length % 3);
  for (let at = 0; at < whole; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += (pairs[word >> 12] ?? "") + (pairs[word & 4095] ?? "");
  }
  const rest = bytes.length - whole;
  if (rest === 0) return text;
  const word = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  const last = (pairs[word >> 12] ?? "") + (rest === 2 ? (pairs[word & 4095] ?? "").charAt(0) : "");
  return text + last + pad.repeat(3 - rest);
}

function decode(body: string, values: Int16Array, code: AuditLogErrorCode): Uint8Array {
  if (body.length % 4 === 1) throw wrong(code);
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < body.length; i++) {
    const value = values[body.charCodeAt(i)] ?? -1;
    if (value < 0) throw wrong(code);
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 255;
    }
  }
  if ((word & ((1 << bits) - 1)) !== 0) throw wrong(code);
  return bytes;
}
