import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";
import type { DocumentTables } from "./documents.tables.ts";

type Row<T extends keyof DocumentTables> = DocumentTables[T];

export type HeldDocument = Pick<Row<"app.documents">, "id" | "type" | "sensitivity" | "sealed" | "current_version">;
export type HeldVersion = Pick<
  Row<"app.document_versions">,
  "document_id" | "number" | "wrapped_key" | "sealed" | "content_id"
> &
  Pick<Row<"app.contents">, "pages" | "pictures">;
export interface HeldPapers {
  documents: HeldDocument[];
  versions: HeldVersion[];
  files: Row<"app.content_files">[];
}

const holdDocuments = preparedStatement<HeldDocument>(
  "hold-documents",
  `select id, type, sensitivity, sealed, current_version from app.documents
  where account_id = $1 and id = any($2) order by id for share`,
);
const currentVersions = `app.document_versions v join app.documents d
  on d.account_id = v.account_id and d.id = v.document_id and d.current_version = v.number`;
const ofDocuments = "v.account_id = $1 and v.document_id = any($2)";
const holdVersions = preparedStatement<HeldVersion>(
  "hold-current-versions",
  `select v.document_id, v.number, v.wrapped_key, v.sealed, v.content_id, c.pages, c.pictures
  from ${currentVersions} join app.contents c on c.id = v.content_id
  where ${ofDocuments} for key share of v, c`,
);
const filesOfVersions = preparedStatement<Row<"app.content_files">>(
  "files-of-current-versions",
  `select f.content_id, f.n, f.blob_id, f.media_type, f.bytes, f.pages, f.has_place from app.content_files f
  where f.content_id in (select v.content_id from ${currentVersions} where ${ofDocuments}) order by f.content_id, f.n`,
);

/**
 * For sending: the documents stay as they are until the transfer is there, each current version with its content too. In order of
 * id, so that two sendings cannot deadlock; the second and third statement see which version is current once it cannot change.
 */
export async function holdPapers(tx: Tx, accountId: string, documentIds: readonly string[]): Promise<HeldPapers> {
  const [documents, versions, files] = await Promise.all([
    holdDocuments(tx, accountId, documentIds),
    holdVersions(tx, accountId, documentIds),
    filesOfVersions(tx, accountId, documentIds),
  ]);
  return { documents, versions, files };
}
