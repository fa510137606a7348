import { documentTypes } from "@locum-passport/compliance";
import {
  ChangeDocument,
  ConsentKind,
  DeletedDocument,
  Document,
  DocumentDetail,
  DocumentTypeItem,
  Id,
  PageQuery,
  page,
  UploadNotice,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, type Route, route } from "../../http/route.ts";
import { addDocument } from "./actions/add-document.ts";
import { addVersion } from "./actions/add-version.ts";
import { changeDocument } from "./actions/change-document.ts";
import { deleteDocument } from "./actions/delete-document.ts";
import { listUploads } from "./actions/list-uploads.ts";
import { listDocuments, readDocument } from "./actions/read-documents.ts";
import { withdrawConsent } from "./actions/withdraw-consent.ts";
import { contentRoutes } from "./content.routes.ts";

const tag = "Documents";
const OneDocument = z.object({ id: Id });

export const documentRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/document-types",
    action: "public.read",
    summary: "The catalogue: every kind of paper, what is typed from it, how long it counts",
    tag,
    answers: { 200: z.object({ items: z.array(DocumentTypeItem) }) },
    run: async () => ({ items: documentTypes }),
  }),
  route({
    method: "GET",
    path: "/api/documents",
    action: "documents.read-own",
    summary: "My papers, newest first",
    tag,
    query: PageQuery,
    answers: { 200: page(Document) },
    run: (ctx, { query }) => listDocuments(ctx, query),
  }),
  route({
    method: "POST",
    path: "/api/documents",
    action: "documents.change-own",
    summary:
      "Add a paper: fields type, details (JSON) and title in any place, 1 to 20 parts file in page order. Bytes held already are not stored twice: the answer names the other documents in identicalTo",
    tag,
    multipart: true,
    answers: { 201: Document },
    run: async (ctx, { parts }) => answer({ status: 201, body: await addDocument(ctx, parts()) }),
  }),
  route({
    method: "GET",
    path: "/api/documents/:id",
    action: "documents.read-own",
    summary: "One of my papers: versions, past words, and who holds copies",
    tag,
    params: OneDocument,
    answers: { 200: DocumentDetail },
    run: (ctx, { params }) => readDocument(ctx, params.id),
  }),
  route({
    method: "PATCH",
    path: "/api/documents/:id",
    action: "documents.change-own",
    summary:
      "Change type, title or details; named details replace, null takes one away, what was before stays readable",
    tag,
    params: OneDocument,
    body: ChangeDocument,
    answers: { 200: Document },
    run: (ctx, { params, body }) => changeDocument(ctx, { documentId: params.id, ...body }),
  }),
  route({
    method: "POST",
    path: "/api/documents/:id/versions",
    action: "documents.change-own",
    summary: "Replace a paper: a new version from multipart/form-data as above; the old one is kept",
    tag,
    multipart: true,
    params: OneDocument,
    answers: { 201: Document },
    run: async (ctx, { params, parts }) =>
      answer({ status: 201, body: await addVersion(ctx, { documentId: params.id, parts }) }),
  }),
  route({
    method: "DELETE",
    path: "/api/documents/:id",
    action: "documents.change-own",
    summary: "Destroy a paper with all versions, pictures and keys; names the transfers whose copies live on",
    tag,
    params: OneDocument,
    answers: { 200: DeletedDocument },
    run: (ctx, { params }) => deleteDocument(ctx, params.id),
  }),
  route({
    method: "DELETE",
    path: "/api/me/consents/:kind",
    action: "account.change-own",
    summary: "Take back the yes to keeping health or criminal-record papers, and delete those papers",
    tag: "Me",
    params: z.object({ kind: ConsentKind }),
    answers: { 200: z.object({ deleted: z.array(Id) }) },
    run: (ctx, { params }) => withdrawConsent(ctx, params.kind),
  }),
  route({
    method: "GET",
    path: "/api/staff/uploads",
    action: "staff.read-uploads",
    summary: "What arrived: type or category, time, pseudonymous reference. No names, no content",
    tag: "Staff",
    query: PageQuery,
    answers: { 200: page(UploadNotice) },
    run: (ctx, { query }) => listUploads(ctx, query),
  }),
  ...contentRoutes,
];
