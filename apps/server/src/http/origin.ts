import { refuse } from "../failure.ts";

const loopbackTwins: Readonly<Record<string, string>> = { localhost: "127.0.0.1", "127.0.0.1": "localhost" };

/** Our own origins: the public one and, on loopback, the same port by its other name. */
function ownOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const twin = loopbackTwins[url.hostname];
  if (twin === undefined) return [url.origin];
  const other = new URL(publicUrl);
  other.hostname = twin;
  return [url.origin, other.origin];
}

/** The attack: a page elsewhere posts with this person's cookie. A write that names an origin must name ours. */
export function checkOrigin(publicUrl: string, method: string, origin: string | undefined): void {
  if (method === "GET" || method === "HEAD" || origin === undefined) return;
  if (!ownOrigins(publicUrl).includes(origin)) refuse("origin-not-ours");
}

/** The attack: another site embeds a paper's address, and the look lands in the log as this person's opening. */
export function checkOpeningSite(site: string | undefined): void {
  if (site === "cross-site" || site === "same-site") refuse("cross-site-opening");
}
