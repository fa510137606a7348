import { checkExport } from "@locum-passport/audit-log";
import type { Anchors } from "./arguments.ts";
import { type Outcome, verdictOf } from "./outcome.ts";
import { compareTable } from "./table.ts";
import { HostileZip, type Zip } from "./zip.ts";

const MAX_FILE_BYTES = 262_144;
const MAX_TABLE_BYTES = 134_217_728;
const MAX_TOTAL_BYTES = 2_147_483_648;

const TABLE = "timeline.csv";
/** For people; the check is about the signed files. */
const FOR_PEOPLE = new Set([TABLE, "README.txt"]);

const FOR_PEOPLE_LIMIT =
  "timeline.csv is for reading: its numbers and times were compared with the entries, its sentences were not.";
const OWN_KEY_LIMIT =
  "The key came inside this file: the entries agree with each other, and that is all. Compare with a summary or a key from elsewhere.";

export async function checkTimeline(zip: Zip, anchors: Anchors): Promise<Outcome> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const [name, entry] of zip.entries) {
    if (FOR_PEOPLE.has(name)) continue;
    total += entry.uncompressedSize;
    if (total > MAX_TOTAL_BYTES) throw new HostileZip("The ZIP unpacks to more than any record holds.");
    files.set(name, await zip.read(name, MAX_FILE_BYTES));
  }
  const result = checkExport({ files, ...anchors });
  const { checkpoint } = result;
  const facts = [
    ...(checkpoint === undefined ? [] : [`The log ${checkpoint.origin}, ${checkpoint.size} leaves long.`]),
    `${result.entries.length} ${result.entries.length === 1 ? "entry" : "entries"}: each one's bytes, key, place in the log, link to the one before, time, and the words shown with it.`,
    "One signature over the log's state, which every entry is proven against.",
    ...(anchors.since === undefined ? [] : ["That the log continues the one in the summary you saved."]),
  ];
  const limits = [...result.limits, FOR_PEOPLE_LIMIT];
  if (anchors.vkey === undefined && anchors.since === undefined) limits.push(OWN_KEY_LIMIT);
  const { headline, save } = result;
  const inTable = zip.has(TABLE) ? compareTable(await readTable(zip), result.entries) : [];
  const findings = [...result.findings, ...inTable];
  const verdict = verdictOf(findings);
  if (verdict === result.verdict) {
    return { verdict, headline, findings, facts, limits, ...(save === undefined ? {} : { save }) };
  }
  return { verdict, headline: inTable[0]?.sentence ?? headline, findings, facts, limits };
}

async function readTable(zip: Zip): Promise<string> {
  return new TextDecoder().decode(await zip.read(TABLE, MAX_TABLE_BYTES));
}
