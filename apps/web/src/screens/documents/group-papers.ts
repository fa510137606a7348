import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { categoryNames, categoryOrder } from "./categories.ts";
import { isUnfinished, stateOf } from "./paper-state.ts";
import type { Showing } from "./showing.ts";

interface Grouping {
  query: string;
  show: Showing;
  types: Map<string, DocumentTypeItem>;
  today: string;
  isOut: (documentId: string) => boolean;
}

export interface Group {
  category: string;
  name: string;
  papers: Document[];
}

/** Papers that fit the search, under the headings of the catalogue; those without a type last. */
export function groupPapers(papers: Document[], { query, show, types, today, isOut }: Grouping): Group[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (paper: Document) => {
    const type = types.get(paper.type);
    const names = [paper.title, type?.name ?? "", ...(type?.otherNames ?? [])].join(" ").toLowerCase();
    const state = stateOf(paper, type, today, papers);
    return (
      words.every((word) => names.includes(word)) &&
      (show !== "unfinished" || isUnfinished(state)) &&
      (show !== "ending" || state.kind === "ends-soon" || state.kind === "out-of-date") &&
      (show !== "out" || isOut(paper.id))
    );
  };
  const groups = Map.groupBy(papers.filter(fits), ({ type }) => types.get(type)?.category ?? "unsorted");
  return [...groups]
    .map(([category, members]) => ({
      category,
      name: categoryNames[category] ?? category,
      papers: members.toSorted((one, two) => one.title.localeCompare(two.title, "en-GB")),
    }))
    .sort((one, two) => categoryOrder.indexOf(one.category) - categoryOrder.indexOf(two.category));
}
