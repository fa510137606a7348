import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import type { Reminders } from "./types.ts";

/** What is mailed, and the calendar. Its address is never among it: that is answered once, when it is made. */
export const remindersQuery = queryOptions({
  queryKey: ["reminders"],
  queryFn: ({ signal }) => api<Reminders>("/api/me/reminders", { signal }),
  // A mail's link, pressed elsewhere, and a calendar's reading change it.
  staleTime: 0,
});
