import { isWanted } from "@locum-passport/compliance";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { endsSoon } from "../../design/day.ts";
import type { MergedRequirement } from "../requirements/merge-lists.ts";
import { categoryNames, categoryOrder } from "./categories.ts";
import { isUnfinished, stateOf } from "./paper-state.ts";
import type { Showing } from "./showing.ts";

interface Grouping {
  query: string;
  show: Showing;
  types: Map<string, DocumentTypeItem>;
  today: string;
  isOut: (documentId: string) => boolean;
  wasSentBack: (documentId: string) => boolean;
  /** What is asked for over all lists; none before it is known what somebody does. */
  requirements: readonly MergedRequirement[];
}

export interface Group {
  category: string;
  name: string;
  papers: Document[];
  /** Asked for and not held, or not to be told yet. */
  wanted: MergedRequirement[];
  /** Of all that is asked for in this group, whatever is shown. */
  held: number;
  asked: number;
}

/** Papers, and what is still wanted, that fit the search, under the headings of the catalogue; what has no type last. */
export function groupPapers(papers: Document[], grouping: Grouping): Group[] {
  const { query, show, types, requirements } = grouping;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const named = (...names: string[]) => {
    const text = names.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const groups = new Map<string, Group>();
  const group = (category: string): Group => {
    const known = groups.get(category);
    if (known) return known;
    const made = { category, name: categoryNames[category] ?? category, papers: [], wanted: [], held: 0, asked: 0 };
    groups.set(category, made);
    return made;
  };
  for (const paper of papers) {
    const type = types.get(paper.type);
    const fits = named(paper.title, type?.name ?? "", ...(type?.otherNames ?? [])) && isShown(paper, papers, grouping);
    if (fits) group(type?.category ?? "unsorted").papers.push(paper);
  }
  for (const requirement of requirements) {
    if (requirement.state === "not-asked" || !isWanted(requirement)) continue;
    const own = group(requirement.group);
    own.asked += 1;
    if (requirement.state === "held") own.held += 1;
    else if ((show === "all" || show === "missing") && named(requirement.title, ...typeNames(requirement, types))) {
      own.wanted.push(requirement);
    }
  }
  return [...groups.values()]
    .filter(({ papers: members, wanted }) => members.length + wanted.length > 0)
    .map((one) => ({ ...one, papers: one.papers.toSorted((a, b) => a.title.localeCompare(b.title, "en-GB")) }))
    .sort((one, two) => categoryOrder.indexOf(one.category) - categoryOrder.indexOf(two.category));
}

const typeNames = ({ types: ids }: MergedRequirement, types: Map<string, DocumentTypeItem>) =>
  ids.flatMap((id) => {
    const type = types.get(id);
    return type ? [type.name, ...type.otherNames] : [];
  });

function isShown(paper: Document, papers: Document[], { show, types, today, isOut, wasSentBack }: Grouping): boolean {
  if (show === "all") return true;
  if (show === "missing") return false;
  if (show === "out") return isOut(paper.id);
  if (show === "sent-back") return wasSentBack(paper.id);
  const state = stateOf(paper, types.get(paper.type), today, papers);
  if (show === "ending") return state.kind === "ends-soon" || (state.end !== undefined && endsSoon(state.end, today));
  return show === "expired" ? state.kind === "out-of-date" : isUnfinished(state) || wasSentBack(paper.id);
}
