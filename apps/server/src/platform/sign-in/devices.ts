import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type CookieRules, deviceCookie, readCookie, setCookie } from "./cookies.ts";

const tagBytes = 16;
const accountsKept = 5;
const yearSeconds = 365 * 24 * 3600;

/** A browser as it says it is by its own signed cookie: nothing of it is kept on the server. */
export interface DeviceCookie {
  id: string;
  tags: readonly string[];
}

/**
 * A device that signed in to an account carries a mark of it: HMAC over device and account. It opens nothing; it only
 * lets the owner's own browser go on while somebody guesses from elsewhere, and tells a new device from a known one.
 */
export function makeDevices(rules: CookieRules, secret: Buffer) {
  const name = deviceCookie(rules);
  const tagOf = (device: string, accountId: string) =>
    createHmac("sha256", secret)
      .update(`${device.length}:${device}${accountId}`)
      .digest()
      .subarray(0, tagBytes)
      .toString("base64url");

  const read = (cookieHeader: string | undefined): DeviceCookie | undefined => {
    const value = readCookie(cookieHeader, name);
    if (value === undefined || !/^[\w-]{22}(\.[\w-]{22}){0,5}$/.test(value)) return undefined;
    const [id = "", ...tags] = value.split(".");
    return { id, tags };
  };
  const knows = (device: DeviceCookie | undefined, accountId: string): boolean => {
    if (!device) return false;
    const expected = Buffer.from(tagOf(device.id, accountId));
    return device.tags.some((tag) => tag.length === expected.length && timingSafeEqual(Buffer.from(tag), expected));
  };
  return {
    read,
    knows,
    /** The Set-Cookie line that marks this browser as one that has signed in to the account. */
    mark(device: DeviceCookie | undefined, accountId: string): string {
      const id = device?.id ?? randomBytes(tagBytes).toString("base64url");
      const tag = tagOf(id, accountId);
      const tags = [tag, ...(device?.tags ?? []).filter((other) => other !== tag)].slice(0, accountsKept);
      return setCookie(rules, name, [id, ...tags].join("."), yearSeconds);
    },
  };
}
export type Devices = ReturnType<typeof makeDevices>;

const browsers: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox on Windows", from what a browser says of itself. Rough on purpose, and never more than a name for people. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "A program";
}
