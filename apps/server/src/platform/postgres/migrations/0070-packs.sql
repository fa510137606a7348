-- Packs: chosen papers of one account as one PDF and one ZIP, kept a day. What is made is a content like any other, whose
-- only holder is the pack; destroying its wrapped key ends it.

-- A permission of this kind is given at the asking, to the service, and covers exactly the versions named beside it.
alter table app.permissions drop constraint permissions_kind_check;
alter table app.permissions add constraint permissions_kind_check
  check (kind in ('own', 'pictures', 'transfer', 'pack'));
create table app.permission_versions (
  account_id text not null,
  permission_id text not null,
  document_id text not null,
  version integer not null,
  primary key (account_id, permission_id, document_id, version),
  foreign key (account_id, permission_id) references app.permissions (account_id, id)
);
create index permission_versions_of_document on app.permission_versions (account_id, document_id);

create table app.packs (
  account_id text not null references app.accounts (id),
  id text not null,
  permission_id text not null,
  size text not null check (size in ('full', 'email')),
  state text not null check (state in ('waiting', 'making', 'ready', 'failed', 'cancelled', 'gone')),
  failure text check (failure in ('storage-full', 'unavailable')),
  documents integer not null,
  -- for whom, and which of the owner's agencies that is
  sealed bytea not null,
  -- how often a worker began; after a few times it has failed
  attempts integer not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  pages integer,
  pdf_bytes bigint,
  zip_bytes bigint,
  -- which pages are coarser, and what is missing, in words
  sealed_outcome bytea,
  content_id text references app.contents (id) on delete set null,
  -- the pack's data key, wrapped for (pack id, 1) under the owner's account key; null before it is made and once destroyed
  wrapped_key bytea,
  asked_at timestamptz not null,
  -- when a worker last gave a sign of life
  touched_at timestamptz not null,
  kept_until timestamptz,
  ended_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, permission_id) references app.permissions (account_id, id)
);
create index packs_by_age on app.packs (account_id, asked_at desc, id desc);
create index packs_by_content on app.packs (content_id) where wrapped_key is not null;
create index packs_by_end on app.packs (kept_until) where state = 'ready';
create index packs_unfinished on app.packs (touched_at) where state in ('waiting', 'making');

do $$
declare t text;
begin
  foreach t in array array['permission_versions', 'packs'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy own on app.%I using (account_id = app.my_account() or app.is_house())', t);
  end loop;
end $$;

-- What a permission covers never changes; whose a pack is, and what it was asked to hold, neither.
revoke update, delete on app.permission_versions from lp_app;
revoke update on app.packs from lp_app;
grant update (state, failure, attempts, done, total, pages, pdf_bytes, zip_bytes, sealed_outcome, content_id, wrapped_key,
  touched_at, kept_until, ended_at) on app.packs to lp_app;
