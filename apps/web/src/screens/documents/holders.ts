import type { Transfer } from "../../api/types.ts";
import { list } from "../../design/words.ts";

/** Which agencies can open a copy of each document now, by document id. */
export function openHolders(transfers: Transfer[]): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const { state, agency, copies } of transfers) {
    if (state !== "active") continue;
    for (const { documentId, replacedBy } of copies) {
      if (replacedBy) continue;
      const names = holders.get(documentId) ?? [];
      if (!names.includes(agency.name)) holders.set(documentId, [...names, agency.name]);
    }
  }
  return holders;
}

/** "Only you can see it.", "Acme can open a copy.", "Acme and 2 others can open copies." */
export function holdersInWords(names: string[]): string {
  if (names.length === 0) return "Only you can see it";
  if (names.length === 1) return `${names[0]} can open a copy`;
  return `${names.length <= 2 ? list(names) : `${names[0]} and ${names.length - 1} others`} can open copies`;
}
