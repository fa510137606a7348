-- A named member of the agency recorded that they saw the original of a copy in person on a day. The day is in clear; the
-- person's name, as it was then, is sealed for each party. It counts for that agency alone.
alter table app.copies
  add column original_seen_on date,
  add column original_seen_owner bytea,
  add column original_seen_agency bytea,
  add constraint original_seen_whole check (
    num_nulls(original_seen_on, original_seen_owner, original_seen_agency) in (0, 3));
grant update (original_seen_on, original_seen_owner, original_seen_agency) on app.copies to lp_app;

-- An agency's senders by their newest live transfer: walked in that order, and whether a newer one is there looked up.
create index live_transfers_of_agency on app.transfers (agency_id, sent_at desc, id desc) where state = 'active';
create index live_transfers_of_sender on app.transfers (agency_id, account_id, sent_at desc, id desc)
  where state = 'active';
