import type { Pack } from "@locum-passport/contract";
import type { Size } from "./sizes.ts";

/** The rows this room keeps, as the migrations say. */
export type PackTables = {
  "app.packs": {
    account_id: string;
    id: string;
    permission_id: string;
    size: Size;
    state: Pack["state"];
    failure: Pack["failure"];
    documents: number;
    sealed: Buffer;
    attempts: number;
    done: number;
    total: number;
    pages: number | null;
    pdf_bytes: number | null;
    zip_bytes: number | null;
    sealed_outcome: Buffer | null;
    content_id: string | null;
    wrapped_key: Buffer | null;
    asked_at: Date;
    touched_at: Date;
    kept_until: Date | null;
    ended_at: Date | null;
  };
  /** Of the documents room; given and ended here, as transfers do with theirs. */
  "app.permissions": {
    account_id: string;
    id: string;
    kind: "pack";
    recipient_id: string;
    purpose: string;
    may_download: boolean;
    given_at: Date;
    ends_on: string | null;
    ended_at: Date | null;
  };
  "app.permission_versions": { account_id: string; permission_id: string; document_id: string; version: number };
};
export type PackRow = PackTables["app.packs"];
