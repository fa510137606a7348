import type { AgencyListItem, StaffAgency } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { currentTerms, emailOf } from "../../accounts/index.ts";
import { myAgency } from "../agencies.actor.ts";
import { type AgencyRow, type AgencyState, presentAgency } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";

interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

/** Agencies that can receive now, by name. */
export async function listReceivers(
  ctx: Context,
  query: { query?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<PageOf<z.output<typeof AgencyListItem>>> {
  const { version } = (await currentTerms(ctx)).agencyTerms;
  const search = query.query?.trim() || undefined;
  const after = query.cursor === undefined ? undefined : openCursor(query.cursor);
  const rows = await ctx.transaction((tx) =>
    store.listReceivers(tx, version, { search, after, limit: query.limit + 1 }),
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      state: "approved" as const,
      mayHoldCriminalRecords: row.may_hold_criminal_records,
    })),
    nextCursor: rows.length > query.limit && last ? sealCursor(last) : null,
  };
}

const sealCursor = (row: AgencyRow) =>
  Buffer.from(JSON.stringify([row.name.toLowerCase(), row.id])).toString("base64url");

function openCursor(cursor: string): { name: string; id: string } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && typeof parts[0] === "string" && typeof parts[1] === "string") {
      return { name: parts[0], id: parts[1] };
    }
  } catch {
    // told below, like every cursor that is not ours
  }
  refuse("bad-input", { errors: [{ field: "cursor", message: "Use the nextCursor of the page before" }] });
}

/** The staff queue, newest first. */
export async function listAgenciesForStaff(
  ctx: Context,
  query: { state?: AgencyState | undefined; cursor?: string | undefined; limit: number },
): Promise<PageOf<z.output<typeof StaffAgency>>> {
  const rows = await ctx.transaction((tx) =>
    store.listByState(tx, { state: query.state, before: query.cursor, limit: query.limit + 1 }),
  );
  const shown = rows.slice(0, query.limit);
  const items = await Promise.all(shown.map((row) => presentForStaff(ctx, row)));
  const last = shown.at(-1);
  return { items, nextCursor: rows.length > query.limit && last ? last.id : null };
}

/** With the address of whoever asked, since staff write to them about the evidence. */
export async function presentForStaff(ctx: Context, row: AgencyRow): Promise<z.output<typeof StaffAgency>> {
  return {
    ...presentAgency(row),
    askedBy: row.asked_by === null ? null : await emailOf(ctx, row.asked_by),
    evidence: row.evidence,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

export async function readMyAgency(ctx: Context) {
  const { id } = myAgency(ctx);
  const row = await ctx.transaction((tx) => store.readAgency(tx, id));
  return presentAgency(row ?? refuse("not-found"));
}
