import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, query } from "./client.ts";
import type {
  Agency,
  AgencyListItem,
  Invitation,
  JobGroup,
  Member,
  Page,
  ReceivedTransfer,
  StaffAgency,
  TimelineEntry,
  UploadNotice,
} from "./types.ts";

/** A list that is read page by page. */
const paged = <T>(key: readonly unknown[], path: string, filter: Record<string, string | undefined>, limit: number) =>
  infiniteQueryOptions({
    queryKey: [...key, filter],
    queryFn: ({ signal, pageParam }) =>
      api<Page<T>>(`${path}${query({ ...filter, cursor: pageParam, limit })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Agencies that can receive, by name. Asked anew each time it is looked at: one let in a moment ago is there. */
export const agenciesQuery = (search: string) => ({
  ...paged<AgencyListItem>(["agencies"], "/api/agencies", { query: search }, 50),
  staleTime: 0,
});

/** The agency of whoever is signed in. */
export const myAgencyQuery = queryOptions({
  queryKey: ["agency", "mine"],
  queryFn: ({ signal }) => api<Agency>("/api/agency", { signal }),
});

export const membersQuery = queryOptions({
  queryKey: ["agency", "members"],
  queryFn: ({ signal }) => api<{ items: Member[] }>("/api/agency/members", { signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ["agency", "invitations"],
  queryFn: ({ signal }) => api<{ items: Invitation[] }>("/api/agency/invitations", { signal }),
});

/** What was sent to the agency, newest first. */
export const receivedQuery = (filter: { query: string; filter: string | undefined }) =>
  paged<ReceivedTransfer>(["agency", "received"], "/api/agency/transfers", filter, 50);

export const oneReceivedQuery = (id: string) =>
  queryOptions({
    queryKey: ["agency", "received", id],
    queryFn: ({ signal }) => api<ReceivedTransfer>(`/api/agency/transfers/${id}`, { signal }),
    staleTime: 0,
  });

export const agencyTimelineQuery = () => paged<TimelineEntry>(["agency", "timeline"], "/api/agency/timeline", {}, 50);

export const uploadsQuery = () => paged<UploadNotice>(["staff", "uploads"], "/api/staff/uploads", {}, 100);

/** Background work in numbers, by name. It goes on by itself, so it is looked at again while somebody looks. */
export const workQuery = queryOptions({
  queryKey: ["staff", "work"],
  queryFn: ({ signal }) => api<{ items: JobGroup[] }>("/api/staff/jobs", { signal }),
  select: ({ items }) => items,
  staleTime: 0,
  refetchInterval: 5000,
});

export const staffAgenciesQuery = (state: string) =>
  paged<StaffAgency>(["staff", "agencies"], "/api/staff/agencies", { state }, 50);
