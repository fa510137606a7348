import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { TransferDraft } from "./types.ts";

/** What was prepared and not sent, changed last first. */
export const draftsQuery = queryOptions({
  queryKey: ["drafts"],
  queryFn: ({ signal }) => api<{ items: TransferDraft[] }>("/api/transfer-drafts", { signal }),
  select: ({ items }) => items,
});
