import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { acts, Id, PageQuery, page, TimelineEntry } from "@locum-passport/contract";
import { z } from "zod";
import { own } from "../../context.ts";
import { answer, type Route, route, stream } from "../../http/route.ts";
import { exportRecord } from "./audit.export.ts";
import { currentCheckpoint, publicTile } from "./audit.public.ts";
import { recordForCheck } from "./audit.record.ts";
import { listTimeline } from "./audit.timeline.ts";

const gzipped = promisify(gzip);
const Since = z.object({ since: z.coerce.number().int().min(0).optional() });

const text = (body: string, type = "text/plain; charset=utf-8") =>
  answer({ status: 200, headers: { "content-type": type }, stream: Readable.from([body]) });

export const auditRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/timeline",
    action: "timeline.read-own",
    summary:
      "My timeline, newest first; object: of one thing only, of a paper also what was done with its copies (opened, downloaded, sent back)",
    tag: "Timeline",
    query: PageQuery.extend({ object: Id.optional(), act: z.enum(acts).optional() }),
    answers: { 200: page(TimelineEntry) },
    run: (ctx, { query }) => listTimeline(ctx, { accountId: own(ctx), ...query, cursor: query.cursor }),
  }),
  route({
    method: "GET",
    path: "/api/timeline/export",
    action: "timeline.read-own",
    summary: "My whole record as a ZIP that can be checked offline; since: the size of a checkpoint kept from before",
    tag: "Timeline",
    query: Since,
    opens: true,
    answers: { 200: stream("application/zip") },
    run: async (ctx, { query }) =>
      answer({
        status: 200,
        headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="timeline.zip"' },
        stream: await exportRecord(ctx, own(ctx), query.since),
      }),
  }),
  route({
    method: "GET",
    path: "/api/timeline/record",
    action: "timeline.read-own",
    summary: "My whole record as a compact bundle, for the check in the browser",
    tag: "Timeline",
    query: Since.extend({ locate: z.stringbool().optional() }),
    opens: true,
    answers: { 200: stream("application/octet-stream") },
    run: async (ctx, { query }) =>
      answer({
        status: 200,
        headers: { "content-type": "application/octet-stream", "content-encoding": "gzip" },
        stream: Readable.from([await gzipped(await recordForCheck(ctx, own(ctx), query))]),
      }),
  }),
  route({
    method: "GET",
    path: "/api/audit/checkpoint",
    action: "public.read",
    summary: "The newest signed checkpoint of the log (C2SP tlog-checkpoint)",
    tag: "Log",
    answers: { 200: stream("text/plain") },
    run: async (ctx) => text(await currentCheckpoint(ctx)),
  }),
  route({
    method: "GET",
    path: "/api/audit/key",
    action: "public.read",
    summary: "The key that checkpoints and receipts are signed with, as a C2SP vkey line",
    tag: "Log",
    answers: { 200: stream("text/plain") },
    run: async (ctx) => text(`${ctx.ports.logSigner.vkey}\n`),
  }),
  route({
    method: "GET",
    path: "/api/audit/tile/*",
    action: "public.read",
    summary: "A tile of the log (C2SP tlog-tiles)",
    tag: "Log",
    params: z.object({ "*": z.string().max(200) }),
    answers: { 200: stream("application/octet-stream") },
    run: async (ctx, { params }) =>
      answer({
        status: 200,
        headers: { "content-type": "application/octet-stream", "cache-control": "public, max-age=31536000, immutable" },
        stream: Readable.from([await publicTile(ctx, params["*"])]),
      }),
  }),
];
