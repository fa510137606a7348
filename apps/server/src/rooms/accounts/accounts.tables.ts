/** This room's rows, as its stores see them. */
export type AccountTables = {
  "app.people": {
    account_id: string;
    kind: "locum" | "staff";
    staff_role: string | null;
    sealed_name: Buffer;
    sending_frozen_until: Date | null;
    first_signed_in_at: Date | null;
    created_at: Date;
  };
  "app.accepted_terms": { account_id: string; name: string; version: string; sha256: string; at: Date };
  "app.consents": {
    account_id: string;
    kind: ConsentKind;
    notice_version: string;
    notice_sha256: string;
    given_at: Date;
  };
  "app.profiles": { account_id: string; sealed: Buffer; changed_at: Date };
  "app.second_factor_recoveries": RecoveryRow;
  "app.sign_ups": SignUpRow;
  "app.attempts": { bucket: Buffer; failures: number; last_at: Date };
};

export type ConsentKind = "health" | "criminal-record";

export interface RecoveryRow {
  account_id: string;
  asked_at: Date;
  ready_at: Date;
  mails_sent: number;
  cancel_token_hash: Buffer;
  recovered_at: Date | null;
}

export interface SignUpRow {
  id: string;
  handle_hash: Buffer;
  email_digest: Buffer;
  sealed: Buffer | null;
  password_hash: string | null;
  licence_version: string;
  licence_sha256: string;
  privacy_version: string;
  privacy_sha256: string;
  code_hash: Buffer | null;
  token_hash: Buffer | null;
  code_failures: number;
  mail_asked_at: Date;
  created_at: Date;
  expires_at: Date;
  person_id: string | null;
  claimed_at: Date | null;
  finished_at: Date | null;
}
