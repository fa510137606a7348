import { isWanted } from "@locum-passport/compliance";
import type { Document, DocumentTypeItem, ProfileReadiness } from "../../api/types.ts";
import { beginPicked, type Picked, wantedPapers } from "../send/picked.ts";

/** A pack goes to nobody by itself: what a receiver may hold is for its owner to weigh. */
export const anyReader = { name: "", mayHoldCriminalRecords: true } as const;

interface Beginning {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  /** The list it is for; without one, what is in date starts ticked. */
  list: ProfileReadiness | undefined;
  today: string;
}

/** Everything the list asks for and the passport holds, as at sending: health, criminal-record and financial papers start unticked. */
export function beginPack({ papers, types, list, today }: Beginning): Picked {
  const asked = list?.requirements.filter(({ state }) => state !== "not-asked") ?? [];
  const wanted = asked.length === 0 ? undefined : wantedPapers(papers, asked);
  return beginPicked({ papers, types, receiver: anyReader, held: new Map(), today, wanted });
}

export interface LeftOut {
  /** Asked for and held, but a paper of it is not going in. */
  held: string[];
  /** Asked for and not held. */
  missing: string[];
  /** Whether it is asked for depends on a question that is not answered. */
  open: string[];
}

/** What the list asks for and the pack will not show, by the titles of the list. */
export function leftOut(list: ProfileReadiness, going: readonly { id: string }[]): LeftOut {
  const inside = new Set(going.map(({ id }) => id));
  const titles = (holds: (one: ProfileReadiness["requirements"][number]) => boolean) =>
    list.requirements.filter((one) => isWanted(one) && holds(one)).map(({ title }) => title);
  return {
    held: titles(({ state, documents }) => state === "held" && documents.some((id) => !inside.has(id))),
    missing: titles(({ state }) => state === "not-held"),
    open: titles(({ state }) => state === "cannot-tell"),
  };
}

/** The yes of its own for each guarded kind that goes in. */
export function packConsent(going: readonly { sensitivity: string }[], general: boolean) {
  const has = (kind: string) => going.some(({ sensitivity }) => sensitivity === kind);
  return { general, health: has("health"), criminalRecord: has("criminal-record"), financial: has("financial") };
}
