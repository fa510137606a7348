/** The rows this room keeps, as the migrations say. */
export type DocumentTables = {
  "app.contents": {
    id: string;
    created_at: Date;
    bytes: number;
    pages: number | null;
    pictures: "pending" | "ready" | "none";
    pictures_reason: string | null;
  };
  "app.content_files": {
    content_id: string;
    n: number;
    blob_id: string;
    media_type: string;
    bytes: number;
    pages: number | null;
    has_place: boolean;
  };
  "app.content_pictures": {
    content_id: string;
    page: number;
    width: number;
    height: number;
    blob_id: string;
    bytes: number;
  };
  "app.documents": {
    account_id: string;
    id: string;
    type: string;
    sensitivity: string;
    sealed: Buffer;
    current_version: number;
    created_at: Date;
    changed_at: Date;
  };
  "app.document_versions": {
    account_id: string;
    document_id: string;
    number: number;
    content_id: string;
    wrapped_key: Buffer;
    fingerprint: Buffer;
    sealed: Buffer;
    added_at: Date;
  };
  "app.document_changes": {
    account_id: string;
    document_id: string;
    n: number;
    at: Date;
    sealed: Buffer;
  };
  "app.upload_notices": { id: string; at: Date; type: string; category: string; reference: string };
  "app.permissions": {
    account_id: string;
    id: string;
    kind: "own" | "pictures" | "transfer" | "pack";
    recipient_id: string;
    purpose: string;
    may_download: boolean;
    given_at: Date;
    ends_on: string | null;
    ended_at: Date | null;
  };
  /** What a permission covers, where it is named version by version. */
  "app.permission_versions": { account_id: string; permission_id: string; document_id: string; version: number };
  /** Of the packs room, read here only, as copies are. */
  "app.packs": {
    account_id: string;
    id: string;
    state: string;
    content_id: string | null;
    wrapped_key: Buffer | null;
    kept_until: Date | null;
  };
  /**
   * Of the transfers room, read here only: the one function that opens must see for itself that a copy is still held and
   * still covered, and a content must not be removed while a copy holds a key to it.
   */
  "app.copies": {
    account_id: string;
    transfer_id: string;
    id: string;
    agency_id: string;
    permission_id: string;
    document_id: string;
    version: number;
    type: string;
    content_id: string | null;
    wrapped_key: Buffer | null;
    sealed_agency: Buffer;
    ends_on: string;
    sent_at: Date;
    opened_at: Date | null;
    downloaded_at: Date | null;
  };
  "app.transfers": { account_id: string; id: string; state: "active" | "stopped" | "ended" };
  "app.agencies": { id: string; name: string; state: string };
  "app.members": { agency_id: string; person_id: string; removed_at: Date | null };
};
