import type { FactAnswers } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { latestAgencyProfiles } from "../agency-profiles.store.ts";
import { type AgencyWords, openAgencyWords } from "../compliance.seals.ts";
import { listMine, type MyAgencyRow } from "../my-agencies.store.ts";
import { isFor, type Judged, judgedByAgency, starterOf } from "../profiles.model.ts";

/** One who asks: an agency of mine, or the starter list where there is none. */
export interface Asker {
  /** The entry of my agencies; null for the starter list. */
  readonly myAgencyId: string | null;
  readonly agencyId: string | null;
  readonly name: string;
  readonly judged: Judged;
}

export interface MyAgencyEntry extends Asker {
  readonly myAgencyId: string;
  readonly row: MyAgencyRow;
  readonly words: AgencyWords;
}

/** My agencies in the order in which they were added, each with what it asks for: its own profile, else a starter profile. */
export async function myAgencyEntries(
  ctx: Context,
  tx: Tx,
  accountId: string,
  facts: FactAnswers,
): Promise<MyAgencyEntry[]> {
  const rows = await listMine(tx, accountId);
  if (rows.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const own = await latestAgencyProfiles(
    tx,
    rows.flatMap(({ agency_id }) => agency_id ?? []),
  );
  return rows.map((row) => {
    const words = openAgencyWords(key, row.id, row.sealed);
    const saved = row.agency_id === null ? undefined : own.get(row.agency_id);
    const written = saved && judgedByAgency(saved, row.agency_name ?? words.name);
    return {
      myAgencyId: row.id,
      agencyId: row.agency_id,
      name: row.agency_name ?? words.name,
      // A list written for nurses says nothing of a doctor: then it is the starter list, and every screen says so.
      judged: written && isFor(written.profile, facts) ? written : starterOf(words.profileId, facts),
      row,
      words,
    };
  });
}

export interface NamedAgency {
  readonly myAgencyId: string;
  readonly agencyId: string | null;
  readonly name: string;
}

/** What my agencies are called, and which of them are here. */
export async function namesOfMyAgencies(ctx: Context, tx: Tx, accountId: string): Promise<NamedAgency[]> {
  const rows = await listMine(tx, accountId);
  if (rows.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  return rows.map(({ id, agency_id, agency_name, sealed }) => ({
    myAgencyId: id,
    agencyId: agency_id,
    name: agency_name ?? openAgencyWords(key, id, sealed).name,
  }));
}

/** Everybody who asks something of this person: never nobody. */
export async function askersOf(ctx: Context, tx: Tx, accountId: string, facts: FactAnswers): Promise<readonly Asker[]> {
  const mine = await myAgencyEntries(ctx, tx, accountId, facts);
  if (mine.length > 0) return mine;
  const judged = starterOf(null, facts);
  return [{ myAgencyId: null, agencyId: null, name: judged.ref.name, judged }];
}

/** For the functions that take askings by a name of ours. */
export const askingOf = ({ myAgencyId, judged }: Asker) => ({
  key: myAgencyId ?? "",
  requirements: judged.requirements,
});
