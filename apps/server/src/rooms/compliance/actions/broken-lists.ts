import { type Requirement, readinessOf } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { type ChangedProfile, profilesChangedSince } from "../agency-profiles.store.ts";
import { myAgencyEntries } from "./askings.ts";
import { type OwnPassport, passportOf } from "./passport.ts";
import { judgedBefore } from "./profile-changes.ts";

/** An agency of somebody's that asks for something else now, so that something is missing that was not. */
export interface BrokenList {
  readonly agencyId: string;
  readonly name: string;
  readonly version: number;
}

/**
 * The lists that changes in agencies' own profiles have broken since an instant, or since their locum looked at them, if that
 * was later. A list that only lost requirements, or gained what is held, is not broken.
 * @param since null: since their locum last looked.
 */
export async function listsBrokenSince(
  ctx: Context,
  tx: Tx,
  accountId: string,
  { on, since }: { on: string; since: Date | null },
): Promise<BrokenList[]> {
  // Most often there is none, and no passport is opened.
  const changed = new Map((await profilesChangedSince(tx, accountId, since)).map((one) => [one.agencyId, one]));
  if (changed.size === 0) return [];
  const passport = await passportOf(ctx, tx, accountId);
  const broken: BrokenList[] = [];
  for (const entry of await myAgencyEntries(ctx, tx, accountId, passport.facts)) {
    const change: ChangedProfile | undefined = entry.agencyId === null ? undefined : changed.get(entry.agencyId);
    if (!change || entry.judged.ref.starter) continue;
    const before = await judgedBefore(tx, entry, change.from, passport.facts);
    const missing = (requirements: readonly Requirement[]) => missingIn(requirements, passport, change.agencyId, on);
    const known = missing(before.requirements);
    if ([...missing(entry.judged.requirements)].some((id) => !known.has(id))) {
      broken.push({ agencyId: change.agencyId, name: entry.name, version: change.to });
    }
  }
  return broken;
}

function missingIn(
  requirements: readonly Requirement[],
  { heldFor, facts }: OwnPassport,
  agencyId: string,
  on: string,
): Set<string> {
  const { requirements: judged } = readinessOf(requirements, heldFor(agencyId), { on, facts });
  return new Set(judged.filter(({ state }) => state === "not-held").map(({ id }) => id));
}
