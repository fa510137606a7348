-- Who may write what. A policy without WITH CHECK lets whoever may see a row also make one: an agency could have written
-- itself a permission in a locum's name, a person themselves into an agency. Reading stays as it was. FOR SHARE asks the
-- UPDATE policy's USING, so the other party keeps that; what it may leave behind is WITH CHECK.

drop policy own on app.permissions;
create policy parties_read on app.permissions for select
  using (account_id = app.my_account() or recipient_id = app.my_agency() or app.is_house());
create policy owner_gives on app.permissions for insert
  with check (account_id = app.my_account() or app.is_house());
create policy parties_lock on app.permissions for update
  using (account_id = app.my_account() or recipient_id = app.my_agency() or app.is_house())
  with check (account_id = app.my_account() or app.is_house());

do $$
declare t text;
begin
  foreach t in array array['transfers', 'copies', 'receipts'] loop
    execute format('drop policy parties on app.%I', t);
    execute format(
      'create policy parties_read on app.%I for select
         using (account_id = app.my_account() or agency_id = app.my_agency() or app.is_house())', t);
    execute format(
      'create policy owner_sends on app.%I for insert with check (account_id = app.my_account() or app.is_house())', t);
  end loop;
end $$;
create policy parties_lock on app.transfers for update
  using (account_id = app.my_account() or agency_id = app.my_agency() or app.is_house())
  with check (account_id = app.my_account() or app.is_house());
-- An agency writes down what it opened and sent back; which columns, below.
create policy parties_write on app.copies for update
  using (account_id = app.my_account() or agency_id = app.my_agency() or app.is_house());
create policy house_signs on app.receipts for update using (app.is_house());

-- Colleagues see each other's rows; each writes their own.
alter policy own on app.people with check (account_id = app.my_account() or app.is_house());
revoke delete on app.people from lp_app;

drop policy own on app.members;
create policy read on app.members for select
  using (person_id = app.my_account() or agency_id = app.my_agency() or app.is_house());
-- Whoever asks for an agency is its first owner; everybody else joins by an invitation, which the house takes up.
create policy first_owner on app.members for insert with check (
  app.is_house() or (person_id = app.my_account() and exists (
    select 1 from app.agencies a where a.id = agency_id and a.asked_by = app.my_account())));
create policy agency_writes on app.members for update using (agency_id = app.my_agency() or app.is_house());

-- The queue of the log: everybody adds, only the house takes away.
drop policy anyone on app.log_pending;
create policy anyone_adds on app.log_pending for insert with check (true);
create policy house on app.log_pending using (app.is_house());
-- Keys and heads are made once; a head moves on, a key does not.
drop policy anyone on app.accounts;
create policy anyone_reads on app.accounts for select using (true);
create policy anyone_makes on app.accounts for insert with check (true);
create policy house on app.accounts using (app.is_house());
drop policy anyone on app.chains;
create policy anyone_reads on app.chains for select using (true);
create policy anyone_makes on app.chains for insert with check (true);
create policy anyone_moves on app.chains for update using (true);

-- Whose a row is, to whom it was given and what it names never changes, whoever asks.
revoke update on app.chains, app.people, app.members, app.documents, app.document_versions, app.permissions,
  app.transfers, app.copies, app.receipts from lp_app;
grant update (seq, head, at) on app.chains to lp_app;
grant update (sealed_name, sending_frozen_until, first_signed_in_at) on app.people to lp_app;
grant update (role, removed_at) on app.members to lp_app;
grant update (type, sensitivity, sealed, current_version, changed_at) on app.documents to lp_app;
-- Of a version only its lock: FOR SHARE asks for the right to update some column.
grant update (sealed) on app.document_versions to lp_app;
grant update (ended_at) on app.permissions to lp_app;
grant update (permission_id, state, ends_on, ended_at, ending_told_at) on app.transfers to lp_app;
grant update (permission_id, content_id, wrapped_key, sealed_agency, ends_on, replaced_by, opened_at, downloaded_at,
  last_opened_at, last_opened_by, sent_back_at, sent_back_owner, sent_back_agency) on app.copies to lp_app;
grant update (signed, sealed_owner, sealed_agency) on app.receipts to lp_app;
