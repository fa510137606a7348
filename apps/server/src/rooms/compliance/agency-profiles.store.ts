import type { Profile } from "@locum-passport/compliance";
import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { AgencyProfileVersion } from "./agency-profiles.model.ts";

interface Row {
  agency_id: string;
  version: number;
  profile: Profile;
  why: string;
  saved_at: Date;
  saved_by: string;
}

const columns = sql.raw("p.agency_id, p.version, p.profile, p.why, p.saved_at, p.saved_by");
const read = (row: Row): AgencyProfileVersion => ({
  agencyId: row.agency_id,
  version: row.version,
  profile: row.profile,
  why: row.why,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
});

/** What an agency asks for now; undefined while it has saved nothing. */
export async function latestAgencyProfile(tx: Tx, agencyId: string): Promise<AgencyProfileVersion | undefined> {
  return (await latestAgencyProfiles(tx, [agencyId])).get(agencyId);
}

/** The same of several agencies, by agency id: one query. */
export async function latestAgencyProfiles(
  tx: Tx,
  agencyIds: readonly string[],
): Promise<Map<string, AgencyProfileVersion>> {
  if (agencyIds.length === 0) return new Map();
  const { rows } = await sql<Row>`select distinct on (p.agency_id) ${columns} from app.agency_profiles p
    where p.agency_id = any(${[...agencyIds]}) order by p.agency_id, p.version desc`.execute(tx);
  return new Map(rows.map((row) => [row.agency_id, read(row)]));
}

export interface NamedAgencyProfile extends AgencyProfileVersion {
  agencyName: string;
}

/** What agencies ask for now, with the agency's name, by name: of every approved one, or of the one with this id. */
export async function namedAgencyProfiles(tx: Tx, agencyId?: string): Promise<NamedAgencyProfile[]> {
  const { rows } = await sql<Row & { agency_name: string }>`select * from (
      select distinct on (p.agency_id) ${columns}, a.name as agency_name from app.agency_profiles p
      join app.agencies a on a.id = p.agency_id and a.state = 'approved'
      where ${agencyId ?? null}::text is null or p.agency_id = ${agencyId ?? null}
      order by p.agency_id, p.version desc) latest
    order by lower(agency_name) collate "C", agency_id`.execute(tx);
  return rows.map((row) => ({ ...read(row), agencyName: row.agency_name }));
}

export async function agencyProfileVersion(
  tx: Tx,
  agencyId: string,
  version: number,
): Promise<AgencyProfileVersion | undefined> {
  const { rows } = await sql<Row>`select ${columns} from app.agency_profiles p
    where p.agency_id = ${agencyId} and p.version = ${version}`.execute(tx);
  const [row] = rows;
  return row && read(row);
}

/** An agency of somebody's that has saved newer versions of its profile. */
export interface ChangedProfile {
  agencyId: string;
  /** The version in force at that instant, or the one its locum has looked at, if that is newer; 0 when there was none. */
  from: number;
  to: number;
}

/** Those of somebody's agencies whose profile is newer than at an instant and than what they looked at. */
export async function profilesChangedSince(tx: Tx, accountId: string, since: Date | null): Promise<ChangedProfile[]> {
  const { rows } = await sql<ChangedProfile>`
    select agency_id as "agencyId", greatest(seen, coalesce(then_in_force, 0)) as "from", newest as "to"
    from (select m.agency_id, m.seen_profile_version as seen, max(p.version) as newest,
        max(p.version) filter (where p.saved_at <= ${since}) as then_in_force
      from app.my_agencies m join app.agency_profiles p on p.agency_id = m.agency_id
      where m.account_id = ${accountId} group by m.agency_id, m.seen_profile_version) versions
    where newest > greatest(seen, coalesce(then_in_force, 0))`.execute(tx);
  return rows;
}

/** Every version without its text, newest first. */
export async function savedVersions(
  tx: Tx,
  agencyId: string,
): Promise<Omit<AgencyProfileVersion, "profile" | "agencyId">[]> {
  const { rows } = await sql<Omit<Row, "profile">>`select p.version, p.why, p.saved_at, p.saved_by
    from app.agency_profiles p where p.agency_id = ${agencyId} order by p.version desc`.execute(tx);
  return rows.map((row) => ({ version: row.version, why: row.why, savedAt: row.saved_at, savedBy: row.saved_by }));
}

/**
 * Saves a version. Throws `UniqueViolation` where that version is there already: somebody saved meanwhile. The text must have
 * passed `checkProfile`.
 */
export async function insertAgencyProfile(tx: Tx, saved: AgencyProfileVersion): Promise<void> {
  await sql`insert into app.agency_profiles (agency_id, version, profile, why, saved_at, saved_by)
    values (${saved.agencyId}, ${saved.version}, ${storable(saved.profile)}, ${saved.why.replaceAll("\0", "")},
      ${saved.savedAt}, ${saved.savedBy})`.execute(tx);
}

/** PostgreSQL takes neither NUL nor half a surrogate pair in JSON text. */
const storable = (profile: Profile): string =>
  JSON.stringify(profile, (_key, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
  );
