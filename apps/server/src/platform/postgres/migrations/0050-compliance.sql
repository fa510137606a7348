-- What a locum does, the agencies they use, and what those ask for. What a person answered and typed is sealed; in clear
-- stands what must be unique, compared or ordered.

-- Answers to the questions that decide which requirements apply, by fact id. The role is not among them: it is the
-- profession of the person's profile.
create table app.work_answers (
  account_id text primary key references app.accounts (id),
  sealed bytea not null,
  set_up_at timestamptz,
  changed_at timestamptz not null
);

-- An agency that somebody uses: one that is here, or one only they know of.
create table app.my_agencies (
  account_id text not null references app.accounts (id),
  id text not null,
  agency_id text references app.agencies (id),
  -- name, website and compliance address as typed; the starter profile it is judged by
  sealed bytea not null,
  added_at timestamptz not null,
  invited_at timestamptz,
  -- the version of the agency's own profile that this person has looked at; 0 before there was one
  seen_profile_version integer not null default 0,
  primary key (account_id, id)
);
create unique index my_agencies_once on app.my_agencies (account_id, agency_id) where agency_id is not null;

-- What an agency asks for, in its own words. Each save is a version; none is ever changed or taken away. Nothing personal.
create table app.agency_profiles (
  agency_id text not null references app.agencies (id),
  version integer not null check (version > 0),
  profile jsonb not null,
  why text not null,
  saved_at timestamptz not null,
  saved_by text not null references app.accounts (id),
  primary key (agency_id, version)
);

-- What somebody noted about a lapse: the paper and its last good day, so that a replaced one starts fresh.
create table app.expiry_notes (
  account_id text not null,
  document_id text not null,
  ends_on date not null,
  booked_on date,
  snoozed_until date,
  primary key (account_id, document_id, ends_on),
  foreign key (account_id, document_id) references app.documents (account_id, id) on delete cascade
);

-- A prepared transfer. It grants nothing.
create table app.transfer_drafts (
  account_id text not null,
  id text not null,
  my_agency_id text not null,
  -- papers, purpose, note and the rest
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, my_agency_id) references app.my_agencies (account_id, id) on delete cascade
);
create index transfer_drafts_by_agency on app.transfer_drafts (account_id, my_agency_id);

-- When an address was last invited: a keyed digest, by nobody in particular.
create table app.invited_addresses (
  digest bytea primary key,
  at timestamptz not null
);
create index invited_addresses_by_age on app.invited_addresses (at);

do $$
declare t text;
begin
  foreach t in array array['work_answers', 'my_agencies', 'agency_profiles', 'expiry_notes', 'transfer_drafts'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
  -- The owner reads and writes; the house reads on its errands and writes nothing in anybody's name.
  foreach t in array array['work_answers', 'my_agencies', 'expiry_notes', 'transfer_drafts'] loop
    execute format('create policy owner_reads on app.%I for select using (account_id = app.my_account() or app.is_house())', t);
    execute format('create policy owner_adds on app.%I for insert with check (account_id = app.my_account())', t);
    execute format('create policy owner_changes on app.%I for update using (account_id = app.my_account())', t);
    execute format('create policy owner_removes on app.%I for delete using (account_id = app.my_account() or app.is_house())', t);
  end loop;
end $$;

create policy signed_in_reads on app.agency_profiles for select
  using (app.my_account() is not null or app.is_house());
create policy agency_saves on app.agency_profiles for insert
  with check ((agency_id = app.my_agency() and saved_by = app.my_account()) or app.is_house());
revoke update, delete on app.agency_profiles from lp_app;

-- Whose a row is and what it names never changes, whoever asks; an entry becomes an agency that has joined.
revoke update on app.work_answers, app.my_agencies, app.expiry_notes, app.transfer_drafts from lp_app;
revoke delete on app.work_answers from lp_app;
grant update (sealed, set_up_at, changed_at) on app.work_answers to lp_app;
grant update (agency_id, sealed, invited_at, seen_profile_version) on app.my_agencies to lp_app;
grant update (booked_on, snoozed_until) on app.expiry_notes to lp_app;
grant update (my_agency_id, sealed, changed_at) on app.transfer_drafts to lp_app;
