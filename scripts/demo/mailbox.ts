import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Waits for the newest mail to an address that holds what is looked for, and resolves to the first match's group. */
export async function findInMail(folder: string, to: string, pattern: RegExp): Promise<string> {
  const giveUp = Date.now() + 20_000;
  while (Date.now() < giveUp) {
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .reverse();
    for (const name of names) {
      const text = await readFile(join(folder, name), "utf8");
      const found = text.includes(to) ? pattern.exec(text) : null;
      if (found?.[1] !== undefined) return found[1];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${to} came with ${pattern}`);
}
