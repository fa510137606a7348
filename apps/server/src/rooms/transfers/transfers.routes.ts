import {
  AddCopies,
  ExtendTransfer,
  Id,
  PageQuery,
  page,
  SendTransfer,
  StoppedTransfer,
  Transfer,
} from "@locum-passport/contract";
import { z } from "zod";
import { type Route, route } from "../../http/route.ts";
import { addCopies } from "./actions/add-copies.ts";
import { extendTransfer } from "./actions/extend-transfer.ts";
import { listTransfers, readTransfer } from "./actions/read-transfers.ts";
import { readReceipt } from "./actions/receipt.ts";
import { sendTransfer } from "./actions/send-transfer.ts";
import { stopTransfer } from "./actions/stop-transfer.ts";
import { ReceiptFormat, receiptAnswer, receiptStream } from "./receipt.answer.ts";

const tag = "Transfers";
const ById = z.object({ id: Id });

/** A locum's own transfers. */
export const transferRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/transfers",
    action: "transfers.change-own",
    summary: "Send copies of my papers to an agency",
    tag,
    body: SendTransfer,
    answers: { 201: Transfer },
    run: (ctx, { body }) => sendTransfer(ctx, body),
  }),
  route({
    method: "GET",
    path: "/api/transfers",
    action: "transfers.read-own",
    summary: "My transfers, newest first",
    tag,
    query: PageQuery,
    answers: { 200: page(Transfer) },
    run: (ctx, { query }) => listTransfers(ctx, { ...query, cursor: query.cursor }),
  }),
  route({
    method: "GET",
    path: "/api/transfers/:id",
    action: "transfers.read-own",
    summary: "One of my transfers",
    tag,
    params: ById,
    answers: { 200: Transfer },
    run: (ctx, { params }) => readTransfer(ctx, params.id),
  }),
  route({
    method: "POST",
    path: "/api/transfers/:id/extend",
    action: "transfers.change-own",
    summary: "Give the agency longer: a new permission with its receipt",
    tag,
    params: ById,
    body: ExtendTransfer,
    answers: { 200: Transfer },
    run: (ctx, { params, body }) => extendTransfer(ctx, params.id, body),
  }),
  route({
    method: "POST",
    path: "/api/transfers/:id/copies",
    action: "transfers.change-own",
    summary: "Add papers, or the current version in place of an older copy",
    tag,
    params: ById,
    body: AddCopies,
    answers: { 200: Transfer },
    run: (ctx, { params, body }) => addCopies(ctx, params.id, body),
  }),
  route({
    method: "POST",
    path: "/api/transfers/:id/stop",
    action: "transfers.change-own",
    summary: "End the agency's access now; says which copies it opened and downloaded before",
    tag,
    params: ById,
    answers: { 200: StoppedTransfer },
    run: (ctx, { params }) => stopTransfer(ctx, params.id),
  }),
  route({
    method: "GET",
    path: "/api/transfers/:id/receipt",
    action: "transfers.read-own",
    summary: "The newest signed receipt of a transfer, or a page of it that prints well",
    tag,
    params: ById,
    query: ReceiptFormat,
    answers: receiptStream,
    run: async (ctx, { params, query }) => receiptAnswer(await readReceipt(ctx, "owner", params.id), query),
  }),
  route({
    method: "GET",
    path: "/api/transfers/:id/receipts/:receiptId",
    action: "transfers.read-own",
    summary: "One of a transfer's signed receipts, or a page of it that prints well",
    tag,
    params: ById.extend({ receiptId: Id }),
    query: ReceiptFormat,
    answers: receiptStream,
    run: async (ctx, { params, query }) =>
      receiptAnswer(await readReceipt(ctx, "owner", params.id, params.receiptId), query),
  }),
];
