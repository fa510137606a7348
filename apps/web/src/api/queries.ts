import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/react-query";
import { api, query } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import type {
  Document,
  DocumentDetail,
  DocumentTypeItem,
  Me,
  Page,
  Profile,
  Service,
  TermsAnswer,
  TimelineEntry,
  Transfer,
} from "./types.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a line, say so, rather than wait in silence.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      retry: (failures, error) => failures < 3 && error instanceof ApiProblem && error.passing,
      retryDelay: (failures) => Math.min(8000, 500 * 2 ** failures),
    },
  },
});

/** Who is signed in; `null` for nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) =>
    api<Me>("/api/me", { signal }).catch((error) => {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }),
  staleTime: 60_000,
});

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: ({ signal }) => api<Profile>("/api/me/profile", { signal }),
});

export const termsQuery = queryOptions({
  queryKey: ["terms"],
  queryFn: ({ signal }) => api<TermsAnswer>("/api/terms", { signal }),
  staleTime: 3_600_000,
});

export const serviceQuery = queryOptions({
  queryKey: ["service"],
  queryFn: ({ signal }) => api<Service>("/api/service", { signal }),
  staleTime: 3_600_000,
});

export const typesQuery = queryOptions({
  queryKey: ["document-types"],
  queryFn: ({ signal }) => api<{ items: DocumentTypeItem[] }>("/api/document-types", { signal }),
  select: ({ items }) => new Map(items.map((item) => [item.id, item])),
  staleTime: 3_600_000,
});

/** Every page of a list, in order: for lists that one person can hold in view. */
export async function everything<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await api<Page<T>>(`${path}${query({ limit: 200, cursor })}`, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** All of the person's papers: a few hundred at most, so search and groups need no further call. */
export const documentsQuery = queryOptions({
  queryKey: ["documents"],
  queryFn: ({ signal }) => everything<Document>("/api/documents", signal),
  // While pictures are being made, look again.
  refetchInterval: ({ state }) => (state.data?.some(picturesPending) ? 2500 : false),
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ["documents", id],
    queryFn: ({ signal }) => api<DocumentDetail>(`/api/documents/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && picturesPending(state.data) ? 1500 : false),
  });

function picturesPending({ versions }: Document): boolean {
  return versions.some(({ pictures }) => pictures === "pending");
}

export const transfersQuery = queryOptions({
  queryKey: ["transfers"],
  queryFn: ({ signal }) => everything<Transfer>("/api/transfers", signal),
});

export const transferQuery = (id: string) =>
  queryOptions({
    queryKey: ["transfers", id],
    queryFn: ({ signal }) => api<Transfer>(`/api/transfers/${id}`, { signal }),
  });

/** The person's log, newest first; of one object when named. */
export const timelineQuery = (filter: { object?: string; act?: string } = {}) =>
  infiniteQueryOptions({
    queryKey: ["timeline", filter],
    queryFn: ({ signal, pageParam }) =>
      api<Page<TimelineEntry>>(`/api/timeline${query({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });
