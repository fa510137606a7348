import { createHmac, timingSafeEqual } from "node:crypto";

const stepMs = 30_000;

/**
 * The time step whose code this is (RFC 6238: HMAC-SHA-1, six digits, 30 seconds), or undefined. One step either way is
 * taken for clocks that differ (section 5.2). `secret` is the shared key's text, `atMs` an instant in milliseconds. Every
 * step is compared, in constant time.
 */
export function matchingStep(secret: string, code: string, atMs: number): number | undefined {
  const typed = Buffer.from(code.replace(/\s/g, ""), "utf8");
  if (typed.length !== 6) return undefined;
  const current = Math.floor(atMs / stepMs);
  let found: number | undefined;
  for (const step of [current - 1, current, current + 1]) {
    if (timingSafeEqual(typed, Buffer.from(codeOfStep(secret, step), "utf8"))) found = step;
  }
  return found;
}

/** RFC 4226 section 5.3. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = (digest[digest.length - 1] ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
