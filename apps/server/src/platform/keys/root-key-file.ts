import { randomBytes } from "node:crypto";
import { link, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type KeyWrapper, rootKeyWrapper } from "@locum-passport/envelope";
import { KeyError } from "./key-errors.ts";
import { firstRootKeyText, parseRootKeys } from "./root-key-lines.ts";

export interface RootKeyFile {
  path: string;
  /** Make the file when there is none. Say no when the database holds data already: a new key would open none of it. */
  create: boolean;
}

export interface OpenedRootKeyFile {
  keys: KeyWrapper;
  path: string;
  /** True when the file was made just now: the start-up text then asks to back it up, apart from the data. */
  created: boolean;
}

const LARGEST_FILE = 65_536;

/**
 * Reads the root key file, or makes it. It is never written over.
 * Rejects with `root-key-missing`, `root-key-open-to-others`, `root-key-unreadable` or `root-key-not-written`.
 */
export async function openRootKeyFile({ path, create }: RootKeyFile): Promise<OpenedRootKeyFile> {
  const there = await readIfThere(path);
  if (there !== undefined) return { keys: wrapperOf(there, path), path, created: false };
  if (!create) {
    throw new KeyError(
      "root-key-missing",
      `The root key file ${path} is not there, and the stored data cannot be opened without it. Put it back from your backup, or name its place in ROOT_KEY_FILE.`,
    );
  }
  const created = await makeFile(path);
  // Read back, also when another server made it first: what later starts will read is what this one works with.
  const made = await readIfThere(path);
  if (made === undefined) throw notWritten(path);
  return { keys: wrapperOf(made, path), path, created };
}

function wrapperOf(text: string, path: string): KeyWrapper {
  return rootKeyWrapper(parseRootKeys(text, `The root key file ${path}`));
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    const handle = await open(path, "r");
    try {
      const facts = await handle.stat(); // of the opened file: the name may point elsewhere by now
      if (!facts.isFile() || facts.size > LARGEST_FILE) throw unreadable(path);
      refuseOthers(path, facts.mode);
      return await handle.readFile("utf8");
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof KeyError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw unreadable(path, error);
  }
}

function refuseOthers(path: string, mode: number): void {
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  const shown = (mode & 0o777).toString(8).padStart(3, "0");
  throw new KeyError(
    "root-key-open-to-others",
    `Other users of this machine may read or change the root key file ${path} (its mode is ${shown}). Run: chmod 600 "${path}"`,
  );
}

/** Whole or not at all, and never over a key that is there: a new name for a finished, flushed file. False if one was there. */
async function makeFile(path: string): Promise<boolean> {
  const temporary = `${path}.${randomBytes(8).toString("hex")}.new`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFlushed(temporary, firstRootKeyText(randomBytes(32)));
      await link(temporary, path); // refuses where a rename would replace
    } finally {
      await rm(temporary, { force: true });
    }
    await flushFolder(dirname(path));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw notWritten(path, error);
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unreadable(path: string, cause?: unknown): KeyError {
  const message = `The root key file ${path} cannot be read. Check that it is a file and that this server's user owns it.`;
  return new KeyError("root-key-unreadable", message, { cause });
}

function notWritten(path: string, cause?: unknown): KeyError {
  const message = `The root key file ${path} could not be made. Check that its folder can be written to and has room, or name another place in ROOT_KEY_FILE.`;
  return new KeyError("root-key-not-written", message, { cause });
}
