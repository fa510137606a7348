/** The rows this room keeps, as the migrations say. */
export type ComplianceTables = {
  "app.work_answers": { account_id: string; sealed: Buffer; set_up_at: Date | null; changed_at: Date };
  "app.my_agencies": {
    account_id: string;
    id: string;
    agency_id: string | null;
    sealed: Buffer;
    added_at: Date;
    invited_at: Date | null;
    seen_profile_version: number;
  };
  "app.expiry_notes": {
    account_id: string;
    document_id: string;
    ends_on: string;
    booked_on: string | null;
    snoozed_until: string | null;
  };
  "app.invited_addresses": { digest: Buffer; at: Date };
};
