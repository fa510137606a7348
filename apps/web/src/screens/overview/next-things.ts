import type { LinkProps } from "@tanstack/react-router";
import type { Document, DocumentTypeItem, Expiry, NextStep, Transfer } from "../../api/types.ts";
import { renewing } from "../documents/renewing.ts";
import { endWords, isBooked, isSnoozed } from "../expiry/by-month.ts";
import { sentBackNotes } from "../send/sent-back-notes.ts";

export interface NextThing {
  key: string;
  title: string;
  why: string;
  act: string;
  link: Pick<LinkProps, "to" | "params" | "search">;
}

interface Sources {
  documents: Document[];
  transfers: Transfer[];
  expiries: Expiry[];
  /** As the judge orders them: what unlocks most, then what takes longest to get. */
  steps: NextStep[];
  types: ReadonlyMap<string, DocumentTypeItem>;
  today: string;
}

/** So near its end that the new one should be on its way. */
const pressingDays = 30;

/**
 * What most needs the owner, most pressing first: what an agency sent back, what has no type, what ends before a new one
 * could be there, and then what the judge says. A paper stands once.
 */
export function nextThings({ documents, transfers, expiries, steps, types, today }: Sources): NextThing[] {
  const things = [
    ...sentBack(documents, transfers),
    ...documents.filter(({ type }) => type === "other").map(untyped),
    ...expiries.filter((item) => isPressing(item, today)).map((item) => ending(item, types)),
    ...steps.map((step) => fromStep(step, types)),
  ];
  const seen = new Set<string>();
  return things.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function sentBack(documents: Document[], transfers: Transfer[]): NextThing[] {
  const active = transfers.filter(({ state }) => state === "active");
  return [...sentBackNotes(documents, active)].flatMap(([id, note]) => {
    const title = documents.find((paper) => paper.id === id)?.title;
    return title === undefined ? [] : [{ ...of(id), title, why: `Sent back. ${note}`, act: "Fix" }];
  });
}

const of = (id: string) => ({ key: id, link: { to: "/documents/$id", params: { id } } as const });

const untyped = ({ id, title }: Document): NextThing => ({
  ...of(id),
  title,
  why: "Say what it is. It cannot be sent until then",
  act: "Say what it is",
});

function isPressing(item: Expiry, today: string): boolean {
  if (item.wantedBy.length === 0 || isBooked(item, today) || isSnoozed(item, today)) return false;
  return item.daysLeft <= pressingDays || (item.beginBy !== null && item.beginBy <= today);
}

const ending = (item: Expiry, types: Sources["types"]): NextThing => ({
  key: item.documentId,
  title: item.title,
  why: endWords(item),
  ...renewing(item.documentId, types.get(item.type)),
});

function fromStep({ kind, title, why, type, documentId, fact }: NextStep, types: Sources["types"]): NextThing {
  const words = { key: documentId ?? `${kind} ${type ?? fact}`, title, why };
  if (kind === "answer" && fact !== null) {
    return { ...words, act: "Answer", link: { to: "/questions/$fact", params: { fact } } };
  }
  if (kind === "renew" && documentId !== null) return { ...words, ...renewing(documentId, types.get(type ?? "")) };
  if ((kind === "fill-in" || kind === "show-original") && documentId !== null) {
    const act = kind === "fill-in" ? "Add the date" : "Look at it";
    return { ...words, act, link: { to: "/documents/$id", params: { id: documentId } } };
  }
  // A name difference stands at a paper, and another thing to do with that paper is none the less one.
  const key = kind === "explain-name" ? `name ${documentId}` : words.key;
  return { ...words, key, act: "Add", link: { to: "/documents/add", search: type === null ? {} : { type } } };
}
