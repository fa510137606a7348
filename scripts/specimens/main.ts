/** `node dist/specimens.mjs FOLDER`: writes the papers of two invented people, to look at or to upload by hand. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AMARA, fullName, RHYS } from "./person.ts";
import { makeSpecimens } from "./specimens.ts";

const folder = process.argv[2];
if (!folder) {
  console.error("Name a folder to write the specimens to.");
  process.exit(2);
}
const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());
for (const person of [AMARA, RHYS]) {
  const own = join(folder, fullName(person));
  await mkdir(own, { recursive: true });
  for (const { files } of await makeSpecimens(person, today)) {
    for (const { fileName, bytes } of files) await writeFile(join(own, fileName), bytes);
  }
  console.log(own);
}
