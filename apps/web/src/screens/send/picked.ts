import { isHeldBack, isWanted } from "@locum-passport/compliance";
import type { DetailField, Document, DocumentTypeItem, JudgedRequirement, Transfer } from "../../api/types.ts";
import { stateOf } from "../documents/paper-state.ts";
import { currentVersion } from "../documents/pictures.ts";

/** Papers that go only with a line of their own. */
const guardedKinds = ["health", "criminal-record", "financial"] as const;
export type Guarded = (typeof guardedKinds)[number];
export const guardOf = ({ sensitivity }: Document): Guarded | undefined =>
  guardedKinds.find((kind) => kind === sensitivity);

/** What is ticked. Details are kept as changes from the safe start, by document and field. */
export interface Picked {
  papers: string[];
  kinds: Guarded[];
  details: Record<string, Record<string, boolean>>;
  removePlace: boolean;
}

export interface Receiver {
  name: string;
  mayHoldCriminalRecords: boolean;
}

export const isSendable = (paper: Document, receiver: Receiver) =>
  paper.type !== "other" &&
  currentVersion(paper) !== undefined &&
  (paper.sensitivity !== "criminal-record" || receiver.mayHoldCriminalRecords);

/** Until when the receiver can already open this very version of each paper, by document id. */
export function heldAlready(papers: Document[], transfers: Transfer[]): Map<string, string> {
  const versions = new Map(papers.map(({ id, currentVersion: version }) => [id, version]));
  const held = new Map<string, string>();
  for (const { state, copies } of transfers) {
    if (state !== "active") continue;
    for (const { documentId, version, endsOn, replacedBy } of copies) {
      const known = held.get(documentId);
      if (replacedBy || versions.get(documentId) !== version || (known && known > endsOn)) continue;
      held.set(documentId, endsOn);
    }
  }
  return held;
}

/**
 * Papers that answer what somebody asks for: those that satisfy it, and of what is not complete yet all that belong to it.
 * What is wanted only if asked for is not sent before it is.
 */
export function wantedPapers(papers: Document[], requirements: readonly JudgedRequirement[]): ReadonlySet<string> {
  const wanted = requirements.filter(isWanted);
  const open = new Set(
    wanted.flatMap(({ state, types }) => (state === "not-held" || state === "cannot-tell" ? types : [])),
  );
  return new Set([
    ...wanted.flatMap(({ documents }) => documents),
    ...papers.filter(({ type }) => open.has(type)).map(({ id }) => id),
  ]);
}

interface Beginning {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  receiver: Receiver;
  held: Map<string, string>;
  today: string;
  only?: string | null;
  /** The papers that satisfy what the receiver asks for, where that is known: nothing else starts ticked then. */
  wanted?: ReadonlySet<string> | undefined;
  /** Nothing ticked: for adding to a transfer. */
  none?: boolean;
}

/** The safe start: health, criminal-record and financial papers unticked, and what is out of date or there already. */
export function beginPicked({ papers, types, receiver, held, today, only, wanted, none }: Beginning): Picked {
  const starts = (paper: Document) => {
    if (none || !isSendable(paper, receiver) || guardOf(paper)) return false;
    if (only) return paper.id === only;
    if (wanted && !wanted.has(paper.id)) return false;
    const { kind } = stateOf(paper, types.get(paper.type), today, papers);
    return !held.has(paper.id) && kind !== "out-of-date" && kind !== "not-accepted";
  };
  return { papers: papers.filter(starts).map(({ id }) => id), kinds: [], details: {}, removePlace: true };
}

/** The papers that would go: ticked, sendable, and their kind's own line ticked too. */
export function chosen(picked: Picked, papers: Document[], receiver: Receiver): Document[] {
  return papers.filter((paper) => {
    const guard = guardOf(paper);
    return picked.papers.includes(paper.id) && isSendable(paper, receiver) && (!guard || picked.kinds.includes(guard));
  });
}

/** The fields of a paper that its owner has filled in. */
export function filledFields(paper: Document, type: DocumentTypeItem | undefined): DetailField[] {
  return (type?.fields ?? []).filter(({ id }) => {
    const value = paper.details[id];
    return value !== undefined && value !== null && value !== "";
  });
}

/** Whether a typed detail goes along: those held back only when ticked. */
export const goesAlong = (picked: Picked, paper: Document, type: DocumentTypeItem, fieldId: string): boolean =>
  picked.details[paper.id]?.[fieldId] ?? !isHeldBack(type, fieldId);

export const holdsPlace = (paper: Document) => currentVersion(paper)?.files.some((file) => file.hasPlace) ?? false;

/** Papers that can be looked at, page by page; the rest go with downloads only. */
export function hasPictures(paper: Document): boolean {
  const version = currentVersion(paper);
  return version?.pictures === "ready" && version.pictureCount > 0;
}

/** What the service is told about papers and details. */
export function choicesOf(picked: Picked, going: Document[], types: Map<string, DocumentTypeItem>) {
  const includeDetails: Record<string, string[]> = {};
  const leaveOutDetails: Record<string, string[]> = {};
  for (const paper of going) {
    const type = types.get(paper.type);
    if (!type) continue;
    const along = (id: string) => goesAlong(picked, paper, type, id);
    const ids = filledFields(paper, type).map(({ id }) => id);
    const kept = ids.filter((id) => !along(id));
    const extra = ids.filter((id) => along(id) && isHeldBack(type, id));
    if (kept.length > 0) leaveOutDetails[paper.id] = kept;
    if (extra.length > 0) includeDetails[paper.id] = extra;
  }
  return {
    documentIds: going.map(({ id }) => id),
    includeDetails,
    leaveOutDetails,
    removePlace: picked.removePlace && going.some(holdsPlace),
  };
}

/** The yes of its own for each kind among the papers that go. */
export function consentFor(going: { sensitivity: string }[], noticeVersion: string) {
  const has = (kind: string) => going.some(({ sensitivity }) => sensitivity === kind);
  return { noticeVersion, general: true, health: has("health"), criminalRecord: has("criminal-record") };
}
