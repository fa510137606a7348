import type { Candidate, CandidateDetail } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { listSenders, readSender } from "../../transfers/index.ts";
import { presentCandidate, presentCandidateDetail } from "../candidates.present.ts";
import { judgeEach } from "./judge-each.ts";
import { noteListed, noteRead } from "./note-looks.ts";

interface CandidatesQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Who has live access given to my agency, each with the state of what they sent against what we ask for. */
export async function listCandidates(
  ctx: Context,
  query: CandidatesQuery,
): Promise<{ items: Candidate[]; nextCursor: string | null }> {
  await noteListed(ctx);
  const { items, nextCursor } = await listSenders(ctx, query);
  return { items: await judgeEach(ctx, items, presentCandidate), nextCursor };
}

/** One of them, with every requirement and every copy. */
export async function readCandidate(ctx: Context, id: string): Promise<z.output<typeof CandidateDetail>> {
  const sender = await readSender(ctx, id);
  await noteRead(ctx, sender);
  const [candidate] = await judgeEach(ctx, [sender], presentCandidateDetail);
  return candidate ?? refuse("not-found");
}
