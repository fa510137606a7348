import { AuditLogError, type AuditLogErrorCode } from "./errors.ts";

const encoder = new TextEncoder();
// A byte order mark is kept, so that it fails the comparison with the canonical form instead of vanishing.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Strict UTF-8: a malformed sequence is refused with `code`, never replaced. */
export function fromUtf8(bytes: Uint8Array, code: AuditLogErrorCode): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new AuditLogError(code, "The text is not UTF-8.");
  }
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
