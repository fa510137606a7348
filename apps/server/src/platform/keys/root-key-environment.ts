import { type KeyWrapper, rootKeyWrapper } from "@locum-passport/envelope";
import { parseRootKeys } from "./root-key-lines.ts";

/** 32 bytes in base64 or base64url, padded or not. */
const PLAIN = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * Root keys from the setting ROOT_KEY: the lines of a root key file (several versions apart by line ends, spaces or commas),
 * or plain base64 of 32 bytes, which is version 1. Throws `root-key-unreadable`.
 */
export function rootKeysFromEnvironment(text: string): KeyWrapper {
  const said = text.trim();
  const lines = PLAIN.test(said)
    ? `v1:${said.replace("=", "").replaceAll("+", "-").replaceAll("/", "_")}`
    : said.replaceAll(/[\s,]+/g, "\n");
  return rootKeyWrapper(parseRootKeys(lines, "ROOT_KEY"));
}
