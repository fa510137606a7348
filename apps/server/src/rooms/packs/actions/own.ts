import { londonDay } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";

/** The account of whoever asks; the edge has made sure that there is one. */
export const own = (ctx: Context): string => ctx.actor.personId ?? refuse("not-signed-in");

/** Today, a civil date in Europe/London. */
export const todayOf = (ctx: Context): string => londonDay(ctx.now().getTime());
