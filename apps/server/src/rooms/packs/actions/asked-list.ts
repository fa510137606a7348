import {
  documentStates,
  type FactAnswers,
  type HeldDocument,
  readinessOf,
  type Validity,
} from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { type Judged, myAgencyEntries, passportOf, starterOf } from "../../compliance/index.ts";
import type { WantedLine } from "../copies.model.ts";
import type { NamedPaper } from "../packs.words.ts";

/** Whose list orders a pack, and the answers by which it is judged. */
export interface AskedList {
  /** The agency's name; null for a pack for nobody in particular. */
  name: string | null;
  judged: Judged;
  facts: FactAnswers;
}

/** The list of one of the owner's agencies, else the starter list of what they do. Undefined for an entry that is not theirs. */
export async function askedList(
  ctx: Context,
  tx: Tx,
  accountId: string,
  myAgencyId: string | null,
): Promise<AskedList | undefined> {
  const { facts } = await passportOf(ctx, tx, accountId);
  if (myAgencyId === null) return { name: null, judged: starterOf(null, facts), facts };
  const entries = await myAgencyEntries(ctx, tx, accountId, facts);
  const entry = entries.find((one) => one.myAgencyId === myAgencyId);
  return entry && { name: entry.name, judged: entry.judged, facts };
}

/**
 * What is asked for, judged by the papers in the pack and by no other: the cover page must not tell its reader what its
 * owner holds and chose to leave out.
 */
export function judgePapers(
  { judged, facts }: AskedList,
  papers: readonly NamedPaper[],
  on: string,
): { lines: WantedLine[]; states: ReadonlyMap<string, Validity> } {
  const held = papers.map(({ documentId: id, type, details }): HeldDocument => ({ id, type, details }));
  const readiness = readinessOf(judged.requirements, held, { on, facts });
  const lines = readiness.requirements.flatMap(({ title, state, documents }): WantedLine[] => {
    if (state === "not-asked") return [];
    const told = state === "held" ? "in-pack" : state === "cannot-tell" ? "cannot-tell" : "not-in-pack";
    return [{ title, state: told, documents }];
  });
  return { lines, states: documentStates(held, on) };
}
