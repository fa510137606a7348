import { AuditLogError, type AuditLogErrorCode } from "./errors.ts";

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function lookup(alphabet: string): Int16Array {
  const table = new Int16Array(128).fill(-1);
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}

const STANDARD_VALUES = lookup(STANDARD);
const URL_SAFE_VALUES = lookup(URL_SAFE);

/** RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  return encode(bytes, STANDARD, "=");
}

/** RFC 4648 section 5, unpadded, as JWS wants it (RFC 7515 section 2). */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE, "");
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

function encode(bytes: Uint8Array, alphabet: string, pad: string): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += alphabet.charAt(word >> 18) + alphabet.charAt((word >> 12) & 63);
    text += b === undefined ? pad : alphabet.charAt((word >> 6) & 63);
    text += c === undefined ? pad : alphabet.charAt(word & 63);
  }
  return text;
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
