import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { post } from "./client.ts";
import { everything } from "./queries.ts";
import type { Pack, PackEstimate } from "./types.ts";

export const isBeingMade = ({ state }: Pack) => state === "waiting" || state === "making";

/** Newest first; those that ended stay for a week. */
export const packsQuery = queryOptions({
  queryKey: ["packs"],
  queryFn: ({ signal }) => everything<Pack>("/api/packs", signal),
  staleTime: 0,
  // While one is being made, look how far it is.
  refetchInterval: ({ state }) => (state.data?.some(isBeingMade) ? 1000 : false),
});

/** What a pack of these papers would take, in both sizes. Nothing is made or opened. */
export const packEstimateQuery = (documentIds: string[], myAgencyId: string | null) =>
  queryOptions({
    queryKey: ["packs", "estimate", documentIds, myAgencyId],
    queryFn: () => post<PackEstimate>("/api/packs/estimate", { documentIds, myAgencyId }),
    placeholderData: keepPreviousData,
  });
