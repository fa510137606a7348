import { createHmac, timingSafeEqual } from "node:crypto";

/** Names and attributes of our cookies: `__Host-` and Secure under https, a plain name on loopback http. */
export interface CookieRules {
  prefix: string;
  secure: boolean;
}

export function cookieRules(publicUrl: string): CookieRules {
  const secure = publicUrl.startsWith("https:");
  return { prefix: secure ? "__Host-lp" : "lp", secure };
}

export const sessionCookie = (rules: CookieRules) => `${rules.prefix}.session_token`;
export const challengeCookie = (rules: CookieRules) => `${rules.prefix}.two_factor`;
export const deviceCookie = (rules: CookieRules) => `${rules.prefix}.device`;

/** The value of a cookie in a Cookie header; undefined when absent or sent more than once with different values. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  let found: string | undefined;
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const value = decode(pair.slice(at + 1).trim());
    if (found !== undefined && found !== value) return undefined;
    found = value;
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A Set-Cookie line. `maxAge` in seconds; 0 takes the cookie away. */
export function setCookie(rules: CookieRules, name: string, value: string, maxAge: number): string {
  const secure = rules.secure ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** `value.signature`, as the sign-in library signs its cookies (HMAC-SHA-256, base64). */
export function signValue(value: string, secret: string): string {
  return `${value}.${createHmac("sha256", secret).update(value).digest("base64")}`;
}

/** The value, when its signature is ours. */
export function openSigned(signed: string | undefined, secret: string): string | undefined {
  if (signed === undefined) return undefined;
  const at = signed.lastIndexOf(".");
  if (at < 1) return undefined;
  const value = signed.slice(0, at);
  const expected = Buffer.from(signValue(value, secret));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}
