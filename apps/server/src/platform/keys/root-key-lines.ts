import { KeyError } from "./key-errors.ts";

export type RootKeys = ReadonlyMap<number, Buffer>;

const KEY_BYTES = 32;
const LINE = /^v([1-9][0-9]{0,5}):([A-Za-z0-9_-]{43})=?$/;
const TAKES = "A root key is one line a version: v1: and 32 random bytes as base64url.";

/**
 * Root keys by version, from lines `v1:<base64url of 32 bytes>`; blank lines and lines that begin with # say nothing.
 * `source` names the place in errors. No error quotes a line: it may be the key with one character wrong.
 */
export function parseRootKeys(text: string, source: string): RootKeys {
  const refuse = (what: string): never => {
    throw new KeyError("root-key-unreadable", `${source}: ${what} ${TAKES} Bring the key back from your backup of it.`);
  };
  const roots = new Map<number, Buffer>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const said = line.trim();
    if (said === "" || said.startsWith("#")) continue;
    const [, version, encoded] = LINE.exec(said) ?? refuse(`Line ${index + 1} cannot be read.`);
    const key = Buffer.from(encoded ?? "", "base64url");
    if (key.length !== KEY_BYTES || key.toString("base64url") !== encoded) refuse(`Line ${index + 1} cannot be read.`);
    if (roots.has(Number(version))) refuse(`Version ${version} is there twice.`);
    roots.set(Number(version), key);
  }
  // Secrets and the check value come from version 1, whatever wraps today: without it nobody's session or log key is the same.
  if (!roots.has(1)) refuse("There is no version 1 in it.");
  return roots;
}

/** The text of a new root key file. */
export function firstRootKeyText(key: Uint8Array): string {
  return [
    "# Root key of Locum Passport. Without it nothing that is stored can be opened, by anyone.",
    "# Back it up, apart from the data, where only you can read it. To rotate, add a line v2: below; keep every line.",
    `v1:${Buffer.from(key).toString("base64url")}`,
    "",
  ].join("\n");
}
