import { Readable } from "node:stream";
import type { CandidateExpiry } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { listSenders } from "../../transfers/index.ts";
import { expiriesHead, expiryLine } from "../candidates.csv.ts";
import { daysLater, endingsUntil } from "../candidates.model.ts";
import { presentExpiry } from "../candidates.present.ts";
import { judgeEach } from "./judge-each.ts";
import { noteListed, noteTable, noteTaken } from "./note-looks.ts";

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
  query: ExpiriesQuery,
): Promise<{ items: Expiry[]; nextCursor: string | null }> {
  await noteListed(ctx);
  const { found, nextCursor } = await findExpiries(ctx, query);
  return { items: found.flatMap(({ expiries }) => expiries), nextCursor };
}

async function findExpiries(ctx: Context, { days, cursor, limit }: ExpiriesQuery) {
  const { items, nextCursor } = await listSenders(ctx, { cursor, limit });
  const found = await judgeEach(ctx, items, (judged) => ({
    sender: judged.sender,
    expiries: endingsUntil(judged, daysLater(judged.today, days)).map((ending) => presentExpiry(judged, ending)),
  }));
  return { found: found.filter(({ expiries }) => expiries.length > 0), nextCursor };
}

const candidatesAtOnce = 50;

/**
 * The same as a table, all pages. One page at a time is in memory; a reader that goes away ends it. No line goes out before
 * the log of whoever it is about holds that it was taken.
 */
export async function expiriesTable(ctx: Context, days: number): Promise<Readable> {
  await noteTable(ctx, days);
  return Readable.from(lines(), { objectMode: false });

  async function* lines(): AsyncGenerator<string> {
    yield expiriesHead();
    for (let cursor: string | undefined; ; ) {
      const { found, nextCursor } = await findExpiries(ctx, { days, cursor, limit: candidatesAtOnce });
      await noteTaken(
        ctx,
        found.map(({ sender }) => sender),
      );
      if (found.length > 0) yield found.flatMap(({ expiries }) => expiries.map(expiryLine)).join("");
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }
}
