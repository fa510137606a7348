import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrepareFault } from "./fault.mjs";

export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
export const dist = join(root, "dist");
export const notes = join(root, ".prepare");

export function makeNotes() {
  try {
    mkdirSync(notes, { recursive: true });
  } catch (error) {
    throw new PrepareFault(
      `Nothing can be written in ${root} (${error.code}). Start as the user it belongs to, or copy the project to a folder of your own.`,
    );
  }
}
