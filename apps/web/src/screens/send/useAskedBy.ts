import { useQuery } from "@tanstack/react-query";
import { myAgenciesQuery, profilesQuery, readinessQuery } from "../../api/compliance-queries.ts";
import type { ProfileReadiness } from "../../api/types.ts";

/**
 * Readiness for what an agency asks for: as one of mine, else by the list it wrote; undefined where it wrote none. A fault
 * on the way never stands between somebody and their sending.
 */
export function useAskedBy(
  agencyId: string | null,
  myAgencyId: string | null,
): ProfileReadiness | undefined | "waiting" {
  const mine = useQuery(myAgenciesQuery);
  const profiles = useQuery(profilesQuery);
  const entry = mine.data?.find((one) => one.id === myAgencyId || (agencyId !== null && one.agencyId === agencyId));
  const writes = agencyId !== null && profiles.data?.some(({ id }) => id === agencyId);
  const all = useQuery({ ...readinessQuery(), enabled: entry !== undefined });
  const own = useQuery({
    ...readinessQuery({ profile: agencyId ?? "" }),
    enabled: mine.isFetched && entry === undefined && writes === true,
  });
  if (!(mine.isFetched && profiles.isFetched)) return "waiting";
  if (entry) return all.isLoading ? "waiting" : all.data?.profiles.find((one) => one.myAgencyId === entry.id);
  return own.isLoading ? "waiting" : own.data?.profiles[0];
}
