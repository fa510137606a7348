import type * as contract from "@locum-passport/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { soonDays } from "../design/day.ts";
import { api, query } from "./client.ts";
import type { Page } from "./types.ts";

export type Candidate = (typeof contract.Candidate)["_output"];
export type CandidateDetail = (typeof contract.CandidateDetail)["_output"];
export type CandidateCopy = CandidateDetail["copies"][number];
export type CandidateExpiry = (typeof contract.CandidateExpiry)["_output"];

export const endsSoonTable = `/api/agency/expiries${query({ days: soonDays, format: "csv" })}`;

const next = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/** Senders with live access, the newest first, each judged when it is asked for. */
export const candidatesQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ["agency", "candidates", "list", search],
    queryFn: ({ signal, pageParam }) =>
      api<Page<Candidate>>(`/api/agency/candidates${query({ query: search, cursor: pageParam, limit: 50 })}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
  });

export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ["agency", "candidates", "one", id],
    queryFn: ({ signal }) => api<CandidateDetail>(`/api/agency/candidates/${id}`, { signal }),
    staleTime: 0,
  });

/** What ends soon, candidate by candidate; a page counts candidates, so it may hold nothing and not be the last. */
export const endsSoonQuery = infiniteQueryOptions({
  queryKey: ["agency", "candidates", "ends"],
  queryFn: ({ signal, pageParam }) =>
    api<Page<CandidateExpiry>>(`/api/agency/expiries${query({ days: soonDays, cursor: pageParam, limit: 50 })}`, {
      signal,
    }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: next,
});
