import { EstimatePack, Id, MakePack, Pack, PackEstimate, PageQuery, page } from "@locum-passport/contract";
import { z } from "zod";
import { answer, type Route, route, stream } from "../../http/route.ts";
import type { ContentBytes } from "../documents/index.ts";
import { askPack } from "./actions/ask-pack.ts";
import { deletePack } from "./actions/end-pack.ts";
import { estimatePack } from "./actions/estimate-pack.ts";
import { fetchPack } from "./actions/fetch-pack.ts";
import { listPacks, readPack } from "./actions/read-packs.ts";

const tag = "Packs";
const ById = z.object({ id: Id });
const send = ({ stream: body, headers }: ContentBytes) => answer({ status: 200, headers, stream: body });
const fetching = { method: "GET", action: "packs.read-own", tag, opens: true, params: ById } as const;

/** Chosen papers of mine as one PDF and one ZIP, for an agency that has not joined. */
export const packRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/packs/estimate",
    action: "packs.read-own",
    summary: "How large a pack of these papers becomes, in both sizes; nothing is made or opened",
    tag,
    body: EstimatePack,
    answers: { 200: PackEstimate },
    run: (ctx, { body }) => estimatePack(ctx, body),
  }),
  route({
    method: "POST",
    path: "/api/packs",
    action: "packs.make-own",
    summary:
      "Make a pack: one PDF with a checklist in the order of the agency's list, and one ZIP. Made in the background, kept a day. `consent-needed` names the kinds that need a tick of their own",
    tag,
    body: MakePack,
    answers: { 202: Pack },
    run: async (ctx, { body }) => answer({ status: 202, body: await askPack(ctx, body) }),
  }),
  route({
    method: "GET",
    path: "/api/packs",
    action: "packs.read-own",
    summary: "My packs, newest first; those that ended are listed for a week",
    tag,
    query: PageQuery,
    answers: { 200: page(Pack) },
    run: (ctx, { query }) => listPacks(ctx, query),
  }),
  route({
    method: "GET",
    path: "/api/packs/:id",
    action: "packs.read-own",
    summary: "One of my packs: how far it is, which pages are coarser, what is missing",
    tag,
    params: ById,
    answers: { 200: Pack },
    run: (ctx, { params }) => readPack(ctx, params.id),
  }),
  route({
    method: "DELETE",
    path: "/api/packs/:id",
    action: "packs.make-own",
    summary: "Cancel a pack while it is made, destroy it when it is there",
    tag,
    params: ById,
    answers: { 200: Pack },
    run: (ctx, { params }) => deletePack(ctx, params.id),
  }),
  route({
    ...fetching,
    path: "/api/packs/:id/pack.pdf",
    summary: "The PDF: checklist, then every copy page by page, with bookmarks. It is yours to send",
    answers: { 200: stream("application/pdf") },
    run: async (ctx, { params }) => send(await fetchPack(ctx, params.id, "pdf")),
  }),
  route({
    ...fetching,
    path: "/api/packs/:id/pack.zip",
    summary:
      "The ZIP: the files as they were added, with regular names and an index as CSV. For an e-mail a PDF of its pages stands in place of what is larger",
    answers: { 200: stream("application/zip") },
    run: async (ctx, { params }) => send(await fetchPack(ctx, params.id, "zip")),
  }),
];
