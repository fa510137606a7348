import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";

/** The account whose papers these are: always the asker's own. */
export function ownerOf(ctx: Context): string {
  return ctx.actor.personId ?? refuse("not-signed-in");
}
