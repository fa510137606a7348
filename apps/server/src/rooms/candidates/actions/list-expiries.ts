import { Readable } from "node:stream";
import type { CandidateExpiry } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { listSenders } from "../../transfers/index.ts";
import { expiriesHead, expiryLine } from "../candidates.csv.ts";
import { daysLater, endingsUntil } from "../candidates.model.ts";
import { presentExpiry } from "../candidates.present.ts";
import { judgeEach } from "./judge-each.ts";

type Expiry = z.output<typeof CandidateExpiry>;

interface ExpiriesQuery {
  days: number;
  cursor?: string | undefined;
  /** Candidates looked at for one page. */
  limit: number;
}

/**
 * What ends within so many days, by candidate. The dates are sealed within the copies, so a page opens every copy of the
 * candidates it looks at; it may hold nothing and yet not be the last.
 */
export async function listExpiries(
  ctx: Context,
  { days, cursor, limit }: ExpiriesQuery,
): Promise<{ items: Expiry[]; nextCursor: string | null }> {
  const senders = await listSenders(ctx, { cursor, limit });
  const items = await judgeEach(ctx, senders.items, (judged) =>
    endingsUntil(judged, daysLater(judged.today, days)).map((ending) => presentExpiry(judged, ending)),
  );
  return { items: items.flat(), nextCursor: senders.nextCursor };
}

const candidatesAtOnce = 50;

/** The same as a table, all pages. One page at a time is in memory; a reader that goes away ends it. */
export function expiriesTable(ctx: Context, days: number): Readable {
  return Readable.from(lines(), { objectMode: false });

  async function* lines(): AsyncGenerator<string> {
    yield expiriesHead();
    for (let cursor: string | undefined; ; ) {
      const { items, nextCursor } = await listExpiries(ctx, { days, cursor, limit: candidatesAtOnce });
      if (items.length > 0) yield items.map(expiryLine).join("");
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }
}
