import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { lapsesOf } from "../../compliance/index.ts";
import { dayOfInstant } from "../london-time.model.ts";
import type { Ending } from "../notices.model.ts";

/** Everything of somebody's that ends, as far as reminders and calendars look at it. */
export async function endingsOf(ctx: Context, tx: Tx, accountId: string, today: string): Promise<Ending[]> {
  return (await lapsesOf(ctx, tx, accountId, today)).map(({ documentId, type, endsOn, wantedBy, paper, note }) => ({
    documentId,
    title: paper.title,
    type,
    sensitivity: paper.sensitivity,
    endsOn,
    wanted: wantedBy.length > 0,
    bookedOn: note?.booked_on ?? null,
    snoozedUntil: note?.snoozed_until ?? null,
    changedOn: dayOfInstant(paper.changedAt),
  }));
}
