import { type Context, todayOf } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { personName, profileOf } from "../../accounts/index.ts";
import { type PackablePaper, versionsToPack } from "../../documents/index.ts";
import { inWantedOrder } from "../copies.model.ts";
import { openWords } from "../packs.seals.ts";
import { chosenVersions } from "../packs.store.ts";
import type { PackRow } from "../packs.tables.ts";
import { type PackList, type Person, packTitle, stateOf } from "../packs.words.ts";
import { foresee, type PageLimit } from "../sizes.ts";
import { askedList, judgePapers } from "./asked-list.ts";
import { sizeOf } from "./estimate-pack.ts";

/** All that goes into one pack and is said in it, known before a single paper is opened. */
export interface PackPlan {
  row: PackRow;
  person: Person;
  list: PackList;
  title: string;
  /** In the order of the list. */
  papers: PackablePaper[];
  /** For each paper, how finely each of its pages is drawn. */
  limits: PageLimit[][];
  /** The day by which states are told, and the instant. */
  day: string;
  at: Date;
  stateOf(documentId: string): string;
}

/** Undefined when papers of it are gone: then the pack has ended, or is about to. */
export async function planPack(ctx: Context, row: PackRow): Promise<PackPlan | undefined> {
  const found = await ctx.transaction((tx) => readAll(ctx, tx, row));
  if (!found) return undefined;
  const { person, asked, name } = found;
  const day = todayOf(ctx);
  const { lines, states } = judgePapers(asked, found.papers, day);
  const list: PackList = { for: name, profile: asked.judged.ref, lines };
  const papers = inWantedOrder(found.papers, lines);
  const words = new Map(papers.map((paper) => [paper.documentId, stateOf(paper, states.get(paper.documentId))]));
  return {
    row,
    person,
    list,
    title: packTitle(person, list),
    papers,
    limits: foresee(papers.map(sizeOf), row.size).limits,
    day,
    at: ctx.now(),
    stateOf: (documentId) => words.get(documentId) ?? "",
  };
}

async function readAll(ctx: Context, tx: Tx, row: PackRow) {
  const accountId = row.account_id;
  const chosen = await chosenVersions(tx, row);
  const papers = await versionsToPack(ctx, tx, accountId, chosen);
  if (papers.length < chosen.length) return undefined;
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const { myAgencyId, for: name } = openWords(key, row.id, row.sealed);
  key.fill(0);
  // The entry may have been taken off the owner's agencies since: the pack keeps its name, by the starter list.
  const asked = (await askedList(ctx, tx, accountId, myAgencyId)) ?? (await askedList(ctx, tx, accountId, null));
  if (!asked) return undefined;
  const { legalName, profession, registrationNumber } = await profileOf(ctx, tx, accountId);
  const person: Person = { name: legalName ?? (await personName(ctx, tx, accountId)), profession, registrationNumber };
  return { papers, person, asked, name };
}
