-- Row-level security: forced on every table that belongs to somebody.

do $$
declare t text;
begin
  foreach t in array array[
    'accounts', 'chains', 'entries', 'people', 'accepted_terms', 'consents', 'profiles', 'second_factor_recoveries',
    'documents', 'document_versions', 'document_changes', 'permissions', 'members', 'invitations', 'transfers', 'copies',
    'receipts', 'idempotency', 'log_pending', 'log_leaves'
  ] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
  -- only the owner, and the house on its errands
  foreach t in array array[
    'accepted_terms', 'consents', 'profiles', 'second_factor_recoveries', 'documents', 'document_versions',
    'document_changes', 'idempotency'
  ] loop
    execute format('create policy own on app.%I using (account_id = app.my_account() or app.is_house())', t);
  end loop;
  -- the owner and the agency named on the row
  foreach t in array array['transfers', 'copies', 'receipts'] loop
    execute format(
      'create policy parties on app.%I using (account_id = app.my_account() or agency_id = app.my_agency() or app.is_house())', t);
  end loop;
end $$;

-- Wrapped keys and chain heads are needed to write into another's chain or to seal for them; they tell nothing.
create policy anyone on app.accounts using (true);
create policy anyone on app.chains using (true);
create policy anyone on app.log_pending using (true);
-- Entries are read by the chain's holder and written by whoever acts.
create policy read_own on app.entries for select
  using (account_id = app.my_account() or account_id = app.my_agency() or app.is_house());
create policy write_any on app.entries for insert with check (true);
create policy read_own on app.log_leaves for select
  using (account_id = app.my_account() or account_id = app.my_agency() or app.is_house());
create policy write_house on app.log_leaves for insert with check (app.is_house());
-- A person's own row; their agency's members' rows (names are sealed); the house.
create policy own on app.people using (
  account_id = app.my_account() or app.is_house()
  or (app.my_agency() is not null and exists (
    select 1 from app.members m where m.person_id = people.account_id and m.agency_id = app.my_agency())));
create policy own on app.permissions using (
  account_id = app.my_account() or recipient_id = app.my_agency() or app.is_house());
create policy own on app.members using (
  person_id = app.my_account() or agency_id = app.my_agency() or app.is_house());
create policy own on app.invitations using (agency_id = app.my_agency() or app.is_house());
-- Notices are written by uploads and read by staff.
alter table app.upload_notices enable row level security;
alter table app.upload_notices force row level security;
create policy read_staff on app.upload_notices for select using (app.my_kind() = 'staff' or app.is_house());
create policy write_any on app.upload_notices for insert with check (true);

revoke update, delete on app.entries, app.log_leaves from lp_app;
revoke update, delete on app.upload_notices from lp_app;
