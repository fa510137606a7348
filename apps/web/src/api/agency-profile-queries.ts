import type * as contract from "@locum-passport/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export type AgencyProfile = (typeof contract.AgencyProfile)["_output"];
export type SavedProfile = (typeof contract.SavedProfile)["_output"];
export type AgencyProfileVersion = (typeof contract.AgencyProfileVersion)["_output"];
export type ProfilePreview = (typeof contract.ProfilePreview)["_output"];

/** What my agency asks for, and each version's day, author and reason. Asked anew each time: a colleague may have saved. */
export const agencyProfileQuery = queryOptions({
  queryKey: ["agency", "profile"],
  queryFn: ({ signal }) => api<AgencyProfile>("/api/agency/profile", { signal }),
  staleTime: 0,
});

/** One version as it was saved; none is ever changed. */
export const profileVersionQuery = (version: number) =>
  queryOptions({
    queryKey: ["agency", "profile", "version", version],
    queryFn: ({ signal }) => api<AgencyProfileVersion>(`/api/agency/profile/versions/${version}`, { signal }),
    staleTime: 3_600_000,
  });
