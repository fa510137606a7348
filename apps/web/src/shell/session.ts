import type { AnyRouter } from "@tanstack/react-router";
import { post } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { meQuery, queryClient } from "../api/queries.ts";
import type { Me } from "../api/types.ts";

export type Place = "locum" | "agency" | "staff";

/** The places of the application this person has, their own first. */
export function placesOf(me: Me): Place[] {
  if (me.roles.includes("staff")) return ["staff"];
  return me.agency ? ["locum", "agency"] : ["locum"];
}

/** Which place an address belongs to; the account belongs to all. */
export function placeAt(path: string, me: Me): Place {
  if (path.startsWith("/agency")) return "agency";
  if (path.startsWith("/staff")) return "staff";
  return placesOf(me)[0] ?? "locum";
}

export const homes = { locum: "/overview", agency: "/agency", staff: "/staff/uploads" } as const;

/** Where somebody who just signed in begins. Members of an agency come for what was sent to it. */
export function homeOf(me: Me): (typeof homes)[Place] {
  const places = placesOf(me);
  return homes[places.includes("agency") ? "agency" : (places[0] ?? "locum")];
}

/** An address inside this application only: a link made elsewhere must not lead on to another site. */
export function insideOnly(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-") ? path : undefined;
}

const trace = "was-signed-in";

/** Whether somebody signed in from this browser and did not sign out: spares the first screen a question. */
export const wasSignedIn = () => localStorage.getItem(trace) !== null;

const personal = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  queryKey[0] !== "terms" && queryKey[0] !== "service";

/** Forgets all that was loaded for somebody else, and learns who is here now. */
export async function renewSession(): Promise<Me | null> {
  queryClient.removeQueries({ predicate: personal });
  localStorage.setItem(trace, "yes");
  return queryClient.fetchQuery(meQuery);
}

/** Ends the session and loads the first page anew: nothing of this person stays in the tab's memory. */
export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out");
  localStorage.removeItem(trace);
  // A sending half made, an invitation half answered: not for whoever comes next.
  sessionStorage.clear();
  location.assign("/");
}

/** A session can end while a screen is open (signed out elsewhere, idle too long): then the way is to sign in and come back. */
export function watchSession(router: AnyRouter): void {
  let leaving = false;
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error") return;
    const { error } = event.action;
    if (!(error instanceof ApiProblem) || error.code !== "not-signed-in") return;
    if (leaving || !queryClient.getQueryData(meQuery.queryKey)) return;
    leaving = true;
    // The screens behind the sign-in need somebody: they go first, then who it was is forgotten.
    void router.navigate({ to: "/sign-in", search: { next: router.state.location.href, ended: true } }).finally(() => {
      leaving = false;
      queryClient.removeQueries({ predicate: personal });
    });
  });
}
