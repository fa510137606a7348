import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer } from "./mailer.ts";
import { composeMail } from "./message.ts";

interface FolderMailerOptions {
  folder: string;
  from: string;
  now: () => Date;
}

/**
 * Each mail is one `.eml` file, there whole or not at all: written under another ending, synced, then renamed. Its name comes
 * of the mail's id and instant, so that a second try of the same mail replaces the file and never adds one.
 */
export function folderMailer({ folder, from, now }: FolderMailerOptions): Mailer {
  return {
    async send(message) {
      const { bytes } = composeMail(message, from, now());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const digest = createHash("sha256").update(message.id).digest("hex").slice(0, 16);
      const name = `${message.at.toISOString().replace(/[:.]/g, "-")}-${message.kind}-${digest}`;
      const unfinished = join(folder, `${name}.${randomBytes(4).toString("hex")}.part`);
      try {
        await writeSynced(unfinished, bytes);
        await rename(unfinished, join(folder, `${name}.eml`));
      } catch (error) {
        await unlink(unfinished).catch(() => undefined); // what went wrong first is what to tell
        throw error;
      }
    },
    describe: () => `Mail is written as .eml files in ${folder}`,
  };
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
