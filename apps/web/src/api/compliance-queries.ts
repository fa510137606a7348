import { queryOptions } from "@tanstack/react-query";
import { api, query } from "./client.ts";
import { queryClient } from "./queries.ts";
import type { Expiry, Readiness } from "./types.ts";

/**
 * What is judged from the papers stands under their own key: whoever says that papers changed
 * (`invalidateQueries({ queryKey: documentsQuery.queryKey })`) says it of readiness and expiries too.
 */
const judged = ["documents", "judged"] as const;

/** Against each of my agencies, or against one profile; today, or on the day named. */
export const readinessQuery = ({ on, profile }: { on?: string | undefined; profile?: string | undefined } = {}) =>
  queryOptions({
    queryKey: [...judged, "readiness", { on, profile }],
    queryFn: ({ signal }) => api<Readiness>(`/api/readiness${query({ on, profile })}`, { signal }),
  });

/** By the last good day. */
export const expiriesQuery = queryOptions({
  queryKey: [...judged, "expiries"],
  queryFn: ({ signal }) => api<{ items: Expiry[] }>("/api/expiries", { signal }),
  select: ({ items }) => items,
});

/** After an answer, a booking, or a change to my agencies: readiness, expiries and lists are asked for again. */
export const judgeAgain = () => queryClient.invalidateQueries({ queryKey: judged });
