import { type FactAnswers, profileChanges, readinessOf } from "@locum-passport/compliance";
import type { MyAgency } from "@locum-passport/contract";
import type { Tx } from "../../../platform/postgres/database.ts";
import { agencyProfileVersion, latestAgencyProfile } from "../agency-profiles.store.ts";
import { type Judged, judgedByAgency, starterOf } from "../profiles.model.ts";
import { wordsOf } from "../readiness.model.ts";
import type { MyAgencyEntry } from "./askings.ts";
import type { OwnPassport } from "./passport.ts";

/** What is different in an agency's profile since its locum last looked, and what that means for them; null when nothing is. */
export async function profileChangesFor(
  tx: Tx,
  entry: MyAgencyEntry,
  passport: OwnPassport,
  today: string,
): Promise<MyAgency["changes"]> {
  const { row, judged } = entry;
  if (row.agency_id === null || judged.ref.starter) return null;
  const latest = await latestAgencyProfile(tx, row.agency_id);
  if (!latest || latest.version === row.seen_version) return null;
  const before = await judgedBefore(tx, entry, row.seen_version, passport.facts);
  const { added, removed, changed } = profileChanges(before.requirements, judged.requirements);
  const state = statesOf(judged, passport, row.agency_id, today);
  const items = [
    ...added.map(({ id, title }) => ({ kind: "added" as const, title, words: state(id) })),
    ...changed.map(({ after: { id, title } }) => ({ kind: "changed" as const, title, words: state(id) })),
    ...removed.map(({ title }) => ({ kind: "removed" as const, title, words: "It is asked for no more." })),
  ];
  const from = row.seen_version === 0 ? before.ref.name : `version ${row.seen_version}`;
  return items.length === 0 ? null : { from, to: `version ${latest.version}`, why: latest.why, items };
}

/** What the agency asked for by a version of its own profile; by the starter profile where it had saved none. */
export async function judgedBefore(
  tx: Tx,
  { row, words, name }: MyAgencyEntry,
  version: number,
  facts: FactAnswers,
): Promise<Judged> {
  const saved =
    row.agency_id === null || version === 0 ? undefined : await agencyProfileVersion(tx, row.agency_id, version);
  return (saved ? judgedByAgency(saved, name) : undefined) ?? starterOf(words.profileId, facts);
}

/** "You have it", or what is missing in words. */
function statesOf(
  judged: Judged,
  { heldFor, facts }: OwnPassport,
  agencyId: string,
  on: string,
): (id: string) => string {
  const { requirements } = readinessOf(judged.requirements, heldFor(agencyId), { on, facts });
  const byId = new Map(requirements.map((one) => [one.id, one]));
  return (id) => {
    const found = byId.get(id);
    if (!found || found.state === "held") return "You have it.";
    return found.state === "not-asked" ? "It does not apply to you." : `${wordsOf(found.missing)}.`;
  };
}
