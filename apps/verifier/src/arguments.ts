import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { AuditLogError, parseVkey, readUnverifiedCheckpoint } from "@locum-passport/audit-log";
import { Unreadable } from "./outcome.ts";

/** What the person holds from elsewhere, to compare the file with. */
export interface Anchors {
  readonly vkey?: string;
  readonly since?: string;
}

export interface Call {
  readonly file: string;
  readonly anchors: Anchors;
}

export const USAGE = `npm run verify -- FILE [--since SAVED-CHECKPOINT] [--vkey VKEY]

  FILE     an exported timeline (.zip), a receipt (.jws) or a pack (.zip)
  --since  a file with a summary or checkpoint saved earlier, to see what changed since
  --vkey   the log's key line, or a file that holds it, known from elsewhere

Works without a network. Ends with 0 when all fits, 1 when something contradicts, 3 when something is missing,
2 when nothing could be checked.`;

const MAX_ANCHOR_BYTES = 65_536;

/** Throws `Unreadable` with what to do. */
export function parseArguments(words: readonly string[]): Call {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, name, inline] = /^--(since|vkey)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      if (word.startsWith("--")) throw new Unreadable(`There is no option ${word}.\n\n${USAGE}`);
      files.push(word);
      continue;
    }
    const value = inline ?? words[++at];
    if (value === undefined || options.has(name))
      throw new Unreadable(`Give --${name} once, with a value.\n\n${USAGE}`);
    options.set(name, value);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Unreadable(USAGE);
  const since = options.get("since");
  const vkey = options.get("vkey");
  return {
    file: located(file),
    anchors: {
      ...(since === undefined ? {} : { since: readSaved(since) }),
      ...(vkey === undefined ? {} : { vkey: readKey(vkey) }),
    },
  };
}

/** npm starts a script in the project's folder; the person typed the name in theirs. */
function located(path: string): string {
  const typedIn = process.env.INIT_CWD;
  const found = [resolve(path), ...(typedIn === undefined ? [] : [resolve(typedIn, path)])].find(existsSync);
  if (found === undefined) throw new Unreadable(`There is no file ${path}.`);
  return found;
}

function readSaved(path: string): string {
  const text = readSmall(located(path));
  try {
    readUnverifiedCheckpoint(text);
  } catch (error) {
    if (error instanceof AuditLogError) throw new Unreadable(`${path} does not hold a saved summary: ${error.message}`);
    throw error;
  }
  return text;
}

function readKey(given: string): string {
  const line = given.includes("+") && !existsSync(given) ? given : readSmall(located(given));
  try {
    parseVkey(line);
  } catch (error) {
    if (error instanceof AuditLogError) throw new Unreadable(`--vkey: ${error.message}`);
    throw error;
  }
  return line;
}

function readSmall(path: string): string {
  if (statSync(path).size > MAX_ANCHOR_BYTES) throw new Unreadable(`${path} is too large to be a summary or a key.`);
  return readFileSync(path, "utf8");
}
