import type { Document, DocumentTypeItem, Transfer } from "../../api/types.ts";
import { list } from "../../design/words.ts";
import { stateOf } from "../documents/paper-state.ts";

export interface NextThing {
  documentId: string;
  title: string;
  why: string;
  act: string;
  weight: number;
}

/** What most needs the owner, most pressing first: sent back, out of date, ending soon, without a type, details missing. */
export function nextThings(
  documents: Document[],
  types: Map<string, DocumentTypeItem>,
  transfers: Transfer[],
  today: string,
): NextThing[] {
  const things = documents.flatMap((document): NextThing[] => {
    const of = (weight: number, why: string, act: string) => [
      { documentId: document.id, title: document.title, why, act, weight },
    ];
    const back = sentBack(document.id, transfers);
    if (back) return of(0, `${back.agency} sent it back: "${back.message}"`, "Fix");
    const state = stateOf(document, types.get(document.type), today, documents);
    if (state.kind === "out-of-date") return of(1, state.second, "Add the new one");
    if (state.kind === "ends-soon") return of(2, state.second, "Add the new one");
    if (state.kind === "needs-type") return of(3, state.second, "Say what it is");
    if (state.kind === "date-needed") return of(4, state.second, "Add date");
    if (document.missingDetails.length > 0) {
      return of(5, `Missing: ${list(missingLabels(document, types.get(document.type)).slice(0, 3))}`, "Add details");
    }
    return [];
  });
  return things.sort((one, two) => one.weight - two.weight);
}

function missingLabels(document: Document, type: DocumentTypeItem | undefined): string[] {
  return document.missingDetails.map((id) => type?.fields.find((field) => field.id === id)?.label.toLowerCase() ?? id);
}

function sentBack(documentId: string, transfers: Transfer[]) {
  for (const { agency, state, copies } of transfers) {
    if (state !== "active") continue;
    for (const copy of copies) {
      if (copy.documentId === documentId && copy.sentBack && !copy.replacedBy) {
        return { agency: agency.name, message: copy.sentBack.message };
      }
    }
  }
  return undefined;
}
