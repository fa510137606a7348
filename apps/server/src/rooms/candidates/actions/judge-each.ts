import { setImmediate as othersTurn } from "node:timers/promises";
import { type Context, todayOf } from "../../../context.ts";
import type { Sender } from "../../transfers/index.ts";
import { type Judged, judgeSender } from "../candidates.model.ts";
import { measures } from "./measures.ts";

/** Judges senders one after the other; between two of them whoever else asks something of this server has their turn. */
export async function judgeEach<T>(
  ctx: Context,
  senders: readonly Sender[],
  tell: (judged: Judged) => T,
): Promise<T[]> {
  const measureFor = await measures(ctx);
  const today = todayOf(ctx);
  const told: T[] = [];
  for (const sender of senders) {
    ctx.signal.throwIfAborted();
    told.push(tell(judgeSender(sender, measureFor(sender.profession), today)));
    await othersTurn();
  }
  return told;
}
