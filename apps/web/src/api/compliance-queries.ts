import { queryOptions } from "@tanstack/react-query";
import { api, query } from "./client.ts";
import { queryClient } from "./queries.ts";
import type { Expiry, MyAgency, ProfileItem, Question, Readiness, Requirements, Work } from "./types.ts";

/**
 * What is judged from the papers stands under their own key: whoever says that papers changed
 * (`invalidateQueries({ queryKey: documentsQuery.queryKey })`) says it of readiness and expiries too.
 */
const judged = ["documents", "judged"] as const;

/** What I do and where, and what else I answered. */
export const workQuery = queryOptions({
  queryKey: ["work"],
  queryFn: ({ signal }) => api<Work>("/api/me/work", { signal }),
});

export const questionsQuery = queryOptions({
  queryKey: ["questions"],
  queryFn: ({ signal }) => api<{ items: Question[] }>("/api/questions", { signal }),
  select: ({ items }) => new Map(items.map((item) => [item.id, item])),
  staleTime: 3_600_000,
});

/** Starter profiles, then those that agencies wrote. */
export const profilesQuery = queryOptions({
  queryKey: ["requirement-profiles"],
  queryFn: ({ signal }) => api<{ items: ProfileItem[] }>("/api/profiles", { signal }),
  select: ({ items }) => items,
  staleTime: 300_000,
});

/** What one profile asks for where I work, with the source of each rule. */
export const requirementsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...judged, "requirements", profile],
    queryFn: ({ signal }) => api<Requirements>(`/api/requirements${query({ profile })}`, { signal }),
  });

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

/** In the order in which they were added. */
export const myAgenciesQuery = queryOptions({
  queryKey: [...judged, "my-agencies"],
  queryFn: ({ signal }) => api<{ items: MyAgency[] }>("/api/my-agencies", { signal }),
  select: ({ items }) => items,
});

/** After an answer, a booking, or a change to my agencies: readiness, expiries and lists are asked for again. */
export const judgeAgain = () => queryClient.invalidateQueries({ queryKey: judged });
