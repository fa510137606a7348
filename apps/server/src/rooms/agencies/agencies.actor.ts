import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";

/** The agency that whoever asks is a member of. */
export function myAgency(ctx: Context): { id: string; role: "owner" | "member" } {
  return ctx.actor.agency ?? refuse("not-found");
}

/** The same, for what only an owner does. */
export function agencyIOwn(ctx: Context): string {
  const agency = myAgency(ctx);
  if (agency.role !== "owner") refuse("owner-needed");
  return agency.id;
}
