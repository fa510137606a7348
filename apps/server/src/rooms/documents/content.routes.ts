import { Id, MediaType } from "@locum-passport/contract";
import { z } from "zod";
import { answer, type Route, route, stream } from "../../http/route.ts";
import { openContent, openPage } from "./actions/open-own.ts";
import type { ContentBytes } from "./content-bytes.ts";

const tag = "Documents";
const Counted = z.coerce.number().int().min(1).max(1_000_000);
const OneVersion = z.object({ id: Id, v: Counted });
/** `?inline` alone, or with a value other than false. */
const HowShown = z.object({ inline: z.string().max(8).optional() });
const isInline = (query: z.infer<typeof HowShown>) =>
  query.inline !== undefined && query.inline !== "false" && query.inline !== "0";
const Width = z.object({ width: z.coerce.number().int().min(1).max(10_000).optional() });

const bytes = { 200: stream(...MediaType.options, "application/zip") };
const picture = { 200: stream("image/webp") };
const send = ({ stream: body, headers }: ContentBytes) => answer({ status: 200, headers, stream: body });

/** The owner's own papers, opened. Each is an act in their log before the first byte. */
export const contentRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/documents/:id/content",
    action: "documents.read-own",
    summary: "The exact bytes of the current version; a ZIP when it has several files",
    tag,
    opens: true,
    params: z.object({ id: Id }),
    query: HowShown,
    answers: bytes,
    run: async (ctx, { params, query }) =>
      send(await openContent(ctx, { documentId: params.id, inline: isInline(query) })),
  }),
  route({
    method: "GET",
    path: "/api/documents/:id/versions/:v/content",
    action: "documents.read-own",
    summary: "The exact bytes of one version; a ZIP when it has several files",
    tag,
    opens: true,
    params: OneVersion,
    query: HowShown,
    answers: bytes,
    run: async (ctx, { params, query }) =>
      send(await openContent(ctx, { documentId: params.id, version: params.v, inline: isInline(query) })),
  }),
  route({
    method: "GET",
    path: "/api/documents/:id/versions/:v/files/:n/content",
    action: "documents.read-own",
    summary: "The exact bytes of one file of a version",
    tag,
    opens: true,
    params: OneVersion.extend({ n: Counted }),
    query: HowShown,
    answers: bytes,
    run: async (ctx, { params, query }) =>
      send(
        await openContent(ctx, { documentId: params.id, version: params.v, file: params.n, inline: isInline(query) }),
      ),
  }),
  route({
    method: "GET",
    path: "/api/documents/:id/pages/:page(^\\d+).webp",
    action: "documents.read-own",
    summary: "A safe picture of one page (1.webp, 2.webp, counted through all files) of the current version",
    tag,
    opens: true,
    params: z.object({ id: Id, page: Counted }),
    query: Width,
    answers: picture,
    run: async (ctx, { params, query }) =>
      send(await openPage(ctx, { documentId: params.id, page: params.page, width: query.width })),
  }),
  route({
    method: "GET",
    path: "/api/documents/:id/versions/:v/pages/:page(^\\d+).webp",
    action: "documents.read-own",
    summary: "A safe picture of one page of one version",
    tag,
    opens: true,
    params: OneVersion.extend({ page: Counted }),
    query: Width,
    answers: picture,
    run: async (ctx, { params, query }) =>
      send(await openPage(ctx, { documentId: params.id, version: params.v, page: params.page, width: query.width })),
  }),
];
