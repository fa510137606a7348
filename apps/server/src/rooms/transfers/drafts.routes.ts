import { Id, SaveDraft, TransferDraft } from "@locum-passport/contract";
import { z } from "zod";
import { answer, NoBody, type Route, route } from "../../http/route.ts";
import { addDraft, changeDraft, deleteDraft, listDrafts } from "./actions/drafts.ts";

const tag = "Transfers";
const ById = z.object({ id: Id });

/** Transfers that are prepared. Sending one is POST /api/transfers with its `draftId`. */
export const draftRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/transfer-drafts",
    action: "transfers.read-own",
    summary: "Transfers I prepared, and whether each can be sent now",
    tag,
    answers: { 200: z.object({ items: z.array(TransferDraft) }) },
    run: (ctx) => listDrafts(ctx),
  }),
  route({
    method: "POST",
    path: "/api/transfer-drafts",
    action: "transfers.change-own",
    summary: "Prepare a transfer to one of my agencies; nothing is sent",
    tag,
    body: SaveDraft,
    answers: { 201: TransferDraft },
    run: (ctx, { body }) => addDraft(ctx, body),
  }),
  route({
    method: "PUT",
    path: "/api/transfer-drafts/:id",
    action: "transfers.change-own",
    summary: "Replace what is prepared; nothing is sent",
    tag,
    params: ById,
    body: SaveDraft,
    answers: { 200: TransferDraft },
    run: (ctx, { params, body }) => changeDraft(ctx, params.id, body),
  }),
  route({
    method: "DELETE",
    path: "/api/transfer-drafts/:id",
    action: "transfers.change-own",
    summary: "Delete what was prepared",
    tag,
    params: ById,
    answers: { 204: NoBody },
    run: async (ctx, { params }) => {
      await deleteDraft(ctx, params.id);
      return answer({ status: 204 });
    },
  }),
];
