import { Candidate, CandidateDetail, CandidateExpiry, Id, PageQuery, page } from "@locum-passport/contract";
import { z } from "zod";
import { answer, jsonOr, type Route, route, stream } from "../../http/route.ts";
import { expiriesTable, listExpiries } from "./actions/list-expiries.ts";
import { listCandidates, readCandidate } from "./actions/read-candidates.ts";

const tag = "Agency";
const facts = { method: "GET", action: "agency.read-candidates", tag } as const;

const csvHeaders = {
  "content-type": "text/csv; charset=utf-8; header=present",
  "content-disposition": 'attachment; filename="ends-soon.csv"',
  "x-content-type-options": "nosniff",
};

/** What an agency knows of the people who gave it access: from the copies and details sent to it, and nothing else. */
export const candidateRoutes: readonly Route[] = [
  route({
    ...facts,
    path: "/api/agency/candidates",
    summary: "Senders with live access, each with the state of what they sent against what my agency asks for",
    query: PageQuery.extend({ query: z.string().max(200).optional() }),
    answers: { 200: page(Candidate) },
    run: (ctx, { query }) => listCandidates(ctx, query),
  }),
  route({
    ...facts,
    path: "/api/agency/candidates/:id",
    summary: "One of them, with every requirement and the state and date of every copy",
    params: z.object({ id: Id }),
    answers: { 200: CandidateDetail },
    run: (ctx, { params }) => readCandidate(ctx, params.id),
  }),
  route({
    ...facts,
    path: "/api/agency/expiries",
    summary: "What ends in the coming days, by candidate; all of it as CSV",
    query: PageQuery.extend({
      days: z.coerce.number().int().min(1).max(366).default(90),
      format: z.enum(["json", "csv"]).default("json"),
    }),
    answers: { 200: jsonOr(page(CandidateExpiry), stream("text/csv")) },
    run: async (ctx, { query }) =>
      query.format === "csv"
        ? answer({ status: 200, headers: csvHeaders, stream: await expiriesTable(ctx, query.days) })
        : listExpiries(ctx, query),
  }),
];
