import type { Context } from "../../context.ts";
import { append } from "../audit/index.ts";
import { giveStanding, OWN } from "./permissions.store.ts";

const VISIT_MS = 30 * 60_000;
const MOST_VISITS = 10_000;

interface Visit {
  until: number;
  written: Promise<void>;
}
const visits = new WeakMap<object, Map<string, Visit>>();

/**
 * The one entry for the owner's small pictures in lists: at most one a session in half an hour. It is committed before the
 * first of them opens; twenty that ask at once wait for the same one. A restarted server writes one more.
 */
export async function thumbnailsVisit(ctx: Context, accountId: string): Promise<void> {
  const known = visits.get(ctx.ports.database) ?? new Map<string, Visit>();
  visits.set(ctx.ports.database, known);
  const key = `${accountId} ${ctx.actor.sessionId ?? ""}`;
  const now = ctx.now().getTime();
  const visit = known.get(key);
  if (visit && visit.until > now) return visit.written;

  const begun: Visit = { until: now + VISIT_MS, written: write(ctx, accountId) };
  known.delete(key);
  known.set(key, begun);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_VISITS) break;
    known.delete(oldest);
  }
  try {
    await begun.written;
  } catch (error) {
    if (known.get(key) === begun) known.delete(key);
    throw error;
  }
}

function write(ctx: Context, accountId: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    await giveStanding(tx, accountId, ctx.now());
    await append(ctx, tx, [{ accountId, act: "thumbnails-shown", permission: OWN, purpose: "run-the-account" }]);
  });
}
