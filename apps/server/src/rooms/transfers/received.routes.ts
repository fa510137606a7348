import {
  Id,
  MediaType,
  PageQuery,
  page,
  ReceivedFilter,
  ReceivedTransfer,
  SeeOriginal,
  SendBack,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, type Route, route, stream } from "../../http/route.ts";
import type { ContentBytes } from "../documents/index.ts";
import { openCopyContent, openCopyPage } from "./actions/open-copy.ts";
import { openPack } from "./actions/pack.ts";
import { listReceived, readReceived } from "./actions/read-received.ts";
import { readReceipt } from "./actions/receipt.ts";
import { seeOriginal } from "./actions/see-original.ts";
import { sendBack } from "./actions/send-back.ts";
import { ReceiptFormat, receiptAnswer, receiptStream } from "./receipt.answer.ts";

const tag = "Agency";
const ById = z.object({ id: Id });
const OneCopy = ById.extend({ copyId: Id });
const Ordinal = z.coerce.number().int().min(1).max(1_000_000);
/** `?inline` alone, or with a value other than false. */
const HowShown = z.object({ inline: z.string().max(8).optional() });
const isInline = ({ inline }: z.infer<typeof HowShown>) => inline !== undefined && inline !== "false" && inline !== "0";
const PageName = z
  .string()
  .regex(/^[1-9]\d{0,5}\.webp$/, "Name a page as 1.webp")
  .transform((name) => Number.parseInt(name, 10));

const bytes = { 200: stream(...MediaType.options, "application/zip") };
const send = ({ stream: body, headers }: ContentBytes) => answer({ status: 200, headers, stream: body });
const opening = { method: "GET", action: "agency.open-copies", tag, opens: true } as const;

const original = {
  path: "/api/agency/transfers/:id/copies/:copyId/original-seen",
  action: "agency.see-original",
  tag,
  params: OneCopy,
  answers: { 200: ReceivedTransfer },
} as const;

/** What a member's agency received. Every opening stands in the sender's timeline before the first byte. */
export const receivedRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/agency/transfers",
    action: "agency.read-transfers",
    summary: "What my agency received, newest first; search by the sender's name or registration number",
    tag,
    query: PageQuery.extend({ query: z.string().max(200).optional(), filter: ReceivedFilter.optional() }),
    answers: { 200: page(ReceivedTransfer) },
    run: (ctx, { query }) => listReceived(ctx, query),
  }),
  route({
    method: "GET",
    path: "/api/agency/transfers/:id",
    action: "agency.read-transfers",
    summary: "One transfer my agency received",
    tag,
    params: ById,
    answers: { 200: ReceivedTransfer },
    run: (ctx, { params }) => readReceived(ctx, params.id),
  }),
  route({
    ...opening,
    path: "/api/agency/transfers/:id/copies/:copyId/content",
    summary: "The exact bytes of a copy; a ZIP when it has several files",
    params: OneCopy,
    query: HowShown,
    answers: bytes,
    run: async (ctx, { params, query }) =>
      send(await openCopyContent(ctx, { transferId: params.id, copyId: params.copyId, inline: isInline(query) })),
  }),
  route({
    ...opening,
    path: "/api/agency/transfers/:id/copies/:copyId/files/:n/content",
    summary: "The exact bytes of one file of a copy",
    params: OneCopy.extend({ n: Ordinal }),
    query: HowShown,
    answers: bytes,
    run: async (ctx, { params, query }) => {
      const which = { transferId: params.id, copyId: params.copyId, file: params.n };
      return send(await openCopyContent(ctx, { ...which, inline: isInline(query) }));
    },
  }),
  route({
    ...opening,
    path: "/api/agency/transfers/:id/copies/:copyId/pages/:page",
    summary: "A safe picture of one page (1.webp, 2.webp, counted through all files) of a copy",
    params: OneCopy.extend({ page: PageName }),
    query: z.object({ width: z.coerce.number().int().min(1).max(10_000).optional() }),
    answers: { 200: stream("image/webp") },
    run: async (ctx, { params, query }) => {
      const which = { transferId: params.id, copyId: params.copyId, page: params.page };
      return send(await openCopyPage(ctx, { ...which, width: query.width }));
    },
  }),
  route({
    ...opening,
    path: "/api/agency/transfers/:id/pack.zip",
    summary: "All copies with regular names, a manifest as JSON and CSV, and the receipts",
    params: ById,
    answers: { 200: stream("application/zip") },
    run: async (ctx, { params }) => send(await openPack(ctx, params.id)),
  }),
  route({
    method: "GET",
    path: "/api/agency/transfers/:id/receipt",
    action: "agency.read-transfers",
    summary: "The newest signed receipt of a transfer, the same that its sender holds",
    tag,
    params: ById,
    query: ReceiptFormat,
    answers: receiptStream,
    run: async (ctx, { params, query }) => receiptAnswer(await readReceipt(ctx, "agency", params.id), query),
  }),
  route({
    method: "GET",
    path: "/api/agency/transfers/:id/receipts/:receiptId",
    action: "agency.read-transfers",
    summary: "One of a transfer's signed receipts",
    tag,
    params: ById.extend({ receiptId: Id }),
    query: ReceiptFormat,
    answers: receiptStream,
    run: async (ctx, { params, query }) =>
      receiptAnswer(await readReceipt(ctx, "agency", params.id, params.receiptId), query),
  }),
  route({
    method: "POST",
    path: "/api/agency/transfers/:id/copies/:copyId/send-back",
    action: "agency.send-back",
    summary: "Say what is wrong with a copy; the sender sees it and is mailed",
    tag,
    params: OneCopy,
    body: SendBack,
    answers: { 200: ReceivedTransfer },
    run: (ctx, { params, body }) => sendBack(ctx, { transferId: params.id, copyId: params.copyId }, body),
  }),
  route({
    ...original,
    method: "POST",
    summary: "Record that I saw the original of this copy in person on a day; both timelines say who and when",
    body: SeeOriginal,
    run: (ctx, { params, body }) => seeOriginal(ctx, { transferId: params.id, copyId: params.copyId }, body.on),
  }),
  route({
    ...original,
    method: "DELETE",
    summary: "Take back the record that the original of this copy was seen; both timelines say so",
    run: (ctx, { params }) => seeOriginal(ctx, { transferId: params.id, copyId: params.copyId }, null),
  }),
];
