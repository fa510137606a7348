import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { stateOf } from "../documents/paper-state.ts";

interface Ending {
  id: string;
  title: string;
  /** Last good day, `YYYY-MM-DD`. */
  end: string;
}

export interface Month {
  /** `YYYY-MM`. */
  month: string;
  endings: Ending[];
}

/** The twelve months from this one, each with the papers whose last day falls in it. */
export function yearAhead(documents: Document[], types: Map<string, DocumentTypeItem>, today: string): Month[] {
  const endings = documents.flatMap((document): Ending[] => {
    const { end } = stateOf(document, types.get(document.type), today, documents);
    return end === undefined || end < today ? [] : [{ id: document.id, title: document.title, end }];
  });
  const [year = 0, first = 1] = today.split("-").map(Number);
  return Array.from({ length: 12 }, (_, ahead) => {
    const at = first - 1 + ahead;
    const month = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    const within = endings.filter(({ end }) => end.startsWith(month));
    return { month, endings: within.sort((one, two) => one.end.localeCompare(two.end)) };
  });
}
