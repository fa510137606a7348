import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AMARA } from "../../scripts/specimens/person.ts";
import { makeSpecimens } from "../../scripts/specimens/specimens.ts";

/** A SPECIMEN paper on disk: what it is, what is typed from it, and where its files are, in page order. */
export interface PaperOnDisk {
  type: string;
  details: Record<string, string | number | boolean>;
  files: { path: string; mediaType: string }[];
}

/** By the name of the specimen. */
export interface Papers {
  /** Paths of its files, in page order. */
  of(name: string): string[];
  whole(name: string): PaperOnDisk;
}

const makers = fileURLToPath(new URL("../../scripts/specimens", import.meta.url));

/** SPECIMEN papers as files to choose in a browser: made once, kept for later runs until what makes them changes. */
export async function papersOnDisk(): Promise<Papers> {
  const folder = join(tmpdir(), `locum-browser-papers-${versionOf(makers)}`);
  const index = join(folder, "papers.json");
  if (!existsSync(index)) await make(folder);
  const made: Record<string, PaperOnDisk> = JSON.parse(readFileSync(index, "utf8"));
  const whole = (name: string): PaperOnDisk => {
    const paper = made[name];
    if (!paper) throw new Error(`There is no specimen called ${name}`);
    return paper;
  };
  return { whole, of: (name) => whole(name).files.map(({ path }) => path) };
}

async function make(folder: string): Promise<void> {
  const building = `${folder}-${process.pid}`;
  const papers: Record<string, PaperOnDisk> = {};
  for (const { name, type, details, files } of await makeSpecimens(AMARA, new Date().toISOString().slice(0, 10))) {
    await mkdir(join(building, name), { recursive: true });
    const onDisk = files.map(({ fileName, mediaType }) => ({ path: join(folder, name, fileName), mediaType }));
    papers[name] = { type, details, files: onDisk };
    for (const { fileName, bytes } of files) await writeFile(join(building, name, fileName), bytes);
  }
  await writeFile(join(building, "papers.json"), JSON.stringify(papers));
  await rm(folder, { recursive: true, force: true });
  await rename(building, folder);
}

function versionOf(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
