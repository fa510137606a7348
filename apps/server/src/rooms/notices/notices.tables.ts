import type { ReminderKind } from "@locum-passport/contract";

/** The rows this room keeps, as the migrations say. */
export type NoticeTables = {
  "app.reminder_settings": {
    account_id: string;
    expiry_since: string | null;
    after_expiry_since: string | null;
    profile_changed_since: string | null;
    calendar_named: boolean;
  };
  "app.reminder_watch": WatchRow;
  "app.reminders": {
    account_id: string;
    mark: Buffer;
    kind: ReminderKind;
    document_id: string | null;
    sealed: Buffer;
    told_on: string;
    mail_id: string | null;
    mailed_at: Date | null;
  };
  "app.calendars": {
    account_id: string;
    token_digest: Buffer;
    turned_on_at: Date;
    last_read_at: Date | null;
    told_on: string | null;
  };
};

export interface WatchRow {
  account_id: string;
  look_on: string | null;
  seen_seq: number;
  looked_at: Date | null;
  rules: string | null;
  asked_on: string | null;
  told_on: string | null;
  mailed_on: string | null;
}
