import type { Document, Transfer } from "../../api/types.ts";

/** For each paper whose present version an agency sent back: who, and what it said. Another one would likely say the same. */
export function sentBackNotes(papers: Document[], transfers: Transfer[]): ReadonlyMap<string, string> {
  const versions = new Map(papers.map(({ id, currentVersion }) => [id, currentVersion]));
  const notes = new Map<string, string>();
  for (const { agency, copies } of transfers) {
    for (const { documentId, version, sentBack } of copies) {
      if (sentBack && versions.get(documentId) === version) {
        notes.set(documentId, `${agency.name}: “${sentBack.message}”`);
      }
    }
  }
  return notes;
}
