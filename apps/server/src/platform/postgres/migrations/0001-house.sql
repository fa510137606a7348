-- The product's tables. Everything personal is sealed under the account's key before it comes here; what stands in clear
-- is what the server must compare, order or count. Every table with an account leads its key with it, and row-level
-- security is forced on it, so that a forgotten WHERE shows nothing of anybody else.

-- Who asks, set for each transaction.
create function app.my_account() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.account', true), '') $$;
create function app.my_agency() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.agency', true), '') $$;
create function app.my_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.kind', true), ''), 'nobody') $$;
-- Jobs and the command line act for the house; every act of theirs names its purpose in the log.
create function app.is_house() returns boolean language sql stable parallel safe
  as $$ select app.my_kind() in ('service', 'operator') $$;

-- ── accounts and their keys ────────────────────────────────────────────────────────────────────────────────────────
-- A holder of a key and of a chain. The wrapped key opens nothing without the root key.
create table app.accounts (
  id text primary key,
  kind text not null check (kind in ('locum', 'agency', 'staff', 'service')),
  root_version integer not null,
  wrapped_key bytea,
  created_at timestamptz not null
);

-- ── the log ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.chains (
  account_id text primary key references app.accounts (id),
  uid text not null unique,
  seq bigint not null default 0,
  head bytea not null default ''::bytea,
  at timestamptz not null
);

create table app.entries (
  account_id text not null references app.accounts (id),
  seq bigint not null,
  id text not null,
  at timestamptz not null,
  act text not null,
  object_id text,
  commitment bytea not null,
  -- entry bytes, its random key and its label record, sealed; null once erased
  sealed bytea,
  primary key (account_id, seq)
);
create unique index entries_by_id on app.entries (account_id, id);
create index entries_by_object on app.entries (account_id, object_id, seq desc) where object_id is not null;
create index entries_by_act on app.entries (account_id, act, seq desc);

-- Committed but not yet in the tree.
create table app.log_pending (
  n bigint generated always as identity primary key,
  account_id text not null,
  seq bigint not null,
  at timestamptz not null,
  commitment bytea not null
);
-- The leaf's place. Insert only.
create table app.log_leaves (
  leaf_index bigint primary key,
  leaf_hash bytea not null,
  -- whose entry; null for the log's own leaves (heartbeats)
  account_id text,
  seq bigint,
  unique (account_id, seq)
);
create table app.log_tiles (
  level smallint not null,
  tile_index bigint not null,
  width smallint not null,
  bytes bytea not null,
  primary key (level, tile_index)
);
create table app.log_checkpoints (
  size bigint primary key,
  origin text not null,
  root bytea not null,
  note text not null,
  at timestamptz not null
);
-- One row: the newest instant in the tree, below which no later leaf may fall.
create table app.log_head (
  "only" boolean primary key default true check ("only"),
  size bigint not null default 0,
  at timestamptz not null default '-infinity'
);
insert into app.log_head default values;

-- ── people ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A person's id is the sign-in user's id and their account's id.
create table app.people (
  account_id text primary key references app.accounts (id),
  kind text not null check (kind in ('locum', 'staff')),
  staff_role text,
  -- name, as typed at sign-up
  sealed_name bytea not null,
  sending_frozen_until timestamptz,
  created_at timestamptz not null
);
create table app.accepted_terms (
  account_id text not null references app.accounts (id),
  name text not null,
  version text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (account_id, name, version)
);
create table app.consents (
  account_id text not null references app.accounts (id),
  kind text not null check (kind in ('health', 'criminal-record')),
  notice_version text not null,
  notice_sha256 text not null,
  given_at timestamptz not null,
  primary key (account_id, kind)
);
create table app.profiles (
  account_id text primary key references app.accounts (id),
  sealed bytea not null,
  changed_at timestamptz not null
);
create table app.second_factor_recoveries (
  account_id text primary key references app.accounts (id),
  asked_at timestamptz not null,
  ready_at timestamptz not null,
  mails_sent integer not null default 0,
  cancel_token_hash bytea not null
);

-- ── documents ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- A content is a set of sealed files and their page pictures under one data key. It belongs to nobody; whoever holds a
-- wrapped key to it can open it, and it lives while anybody does.
create table app.contents (
  id text primary key,
  created_at timestamptz not null,
  bytes bigint not null,
  pages integer,
  pictures text not null default 'pending' check (pictures in ('pending', 'ready', 'none')),
  pictures_reason text
);
create table app.content_files (
  content_id text not null references app.contents (id) on delete cascade,
  n integer not null,
  blob_id text not null unique,
  media_type text not null,
  bytes bigint not null,
  pages integer,
  has_place boolean not null default false,
  primary key (content_id, n)
);
create table app.content_pictures (
  content_id text not null references app.contents (id) on delete cascade,
  page integer not null,
  width integer not null,
  height integer not null,
  blob_id text not null unique,
  bytes integer not null,
  primary key (content_id, page, width)
);

create table app.documents (
  account_id text not null references app.accounts (id),
  id text not null,
  type text not null,
  sensitivity text not null,
  -- title, details
  sealed bytea not null,
  current_version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
create index documents_by_age on app.documents (account_id, created_at desc, id desc);
create table app.document_versions (
  account_id text not null,
  document_id text not null,
  number integer not null,
  content_id text not null references app.contents (id),
  -- the version's data key, wrapped for (document id, number) under the owner's account key
  wrapped_key bytea not null,
  -- keyed digest of the files' hashes: tells identical bytes within one account, nothing across accounts
  fingerprint bytea not null,
  -- file names and hashes
  sealed bytea not null,
  added_at timestamptz not null,
  primary key (account_id, document_id, number),
  foreign key (account_id, document_id) references app.documents (account_id, id) on delete cascade
);
create index versions_by_content on app.document_versions (content_id);
create index versions_by_fingerprint on app.document_versions (account_id, fingerprint);
create table app.document_changes (
  account_id text not null,
  document_id text not null,
  n integer not null,
  at timestamptz not null,
  -- type, title and details as they were before
  sealed bytea not null,
  primary key (account_id, document_id, n),
  foreign key (account_id, document_id) references app.documents (account_id, id) on delete cascade
);
-- What the team is told of an upload: never who.
create table app.upload_notices (
  id text primary key,
  at timestamptz not null,
  type text not null,
  category text not null,
  reference text not null
);
create index upload_notices_by_age on app.upload_notices (at desc, id desc);

-- ── permissions ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Every opening needs a live one. 'own': the owner's standing one. 'pictures': the licence to picture what was added.
create table app.permissions (
  account_id text not null references app.accounts (id),
  id text not null,
  kind text not null check (kind in ('own', 'pictures', 'transfer')),
  recipient_id text not null references app.accounts (id),
  purpose text not null,
  may_download boolean not null,
  given_at timestamptz not null,
  -- last day, Europe/London; null for the owner's own
  ends_on date,
  ended_at timestamptz,
  primary key (account_id, id)
);
create index permissions_by_recipient on app.permissions (recipient_id) where ended_at is null and kind = 'transfer';

-- ── agencies ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.agencies (
  id text primary key references app.accounts (id),
  name text not null,
  company_number text,
  email text,
  website text,
  state text not null check (state in ('waiting', 'approved', 'refused', 'suspended')),
  may_hold_criminal_records boolean not null default false,
  asked_by text references app.accounts (id),
  asked_at timestamptz not null,
  evidence text,
  reason text,
  decided_at timestamptz,
  decided_by text,
  terms_version text,
  terms_at timestamptz,
  terms_by text
);
create index agencies_by_name on app.agencies (lower(name) collate "C", id);
create table app.members (
  agency_id text not null references app.agencies (id),
  person_id text not null references app.accounts (id),
  role text not null check (role in ('owner', 'member')),
  joined_at timestamptz not null,
  removed_at timestamptz,
  primary key (agency_id, person_id, joined_at)
);
create unique index one_agency_a_person on app.members (person_id) where removed_at is null;
create table app.invitations (
  id text primary key,
  agency_id text not null references app.agencies (id),
  role text not null check (role in ('owner', 'member')),
  token_hash bytea not null unique,
  -- keyed digest of the address, so that a first confirmed sign-in finds it
  email_digest bytea not null,
  -- the address, sealed for the agency
  sealed_email bytea not null,
  asked_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);

-- ── transfers ──────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.transfers (
  account_id text not null references app.accounts (id),
  id text not null,
  agency_id text not null references app.agencies (id),
  permission_id text not null,
  state text not null check (state in ('active', 'stopped', 'ended')),
  purpose text not null,
  onward text not null,
  may_download boolean not null,
  sent_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz,
  -- purpose in words, note
  sealed_owner bytea not null,
  -- the same with the sender's name, profession and registration number, sealed for the agency
  sealed_agency bytea not null,
  ending_told_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, permission_id) references app.permissions (account_id, id)
);
create unique index transfers_by_id on app.transfers (id);
create index transfers_of_agency on app.transfers (agency_id, sent_at desc, id desc);
create index transfers_by_end on app.transfers (ends_on) where state = 'active';
create table app.copies (
  account_id text not null,
  transfer_id text not null,
  id text not null,
  n integer not null,
  agency_id text not null references app.agencies (id),
  -- the newest permission that covers this copy
  permission_id text not null,
  document_id text not null,
  version integer not null,
  content_id text references app.contents (id),
  type text not null,
  sensitivity text not null,
  place_removed boolean not null default false,
  -- the data key wrapped again, for (copy id, 1) under the agency's account key; null once destroyed
  wrapped_key bytea,
  -- title, details, files; for each side under its own key
  sealed_owner bytea not null,
  sealed_agency bytea not null,
  ends_on date not null,
  sent_at timestamptz not null,
  replaced_by text,
  opened_at timestamptz,
  downloaded_at timestamptz,
  last_opened_at timestamptz,
  last_opened_by text,
  sent_back_at timestamptz,
  -- reason and message, sealed for the owner and for the agency
  sent_back_owner bytea,
  sent_back_agency bytea,
  primary key (account_id, transfer_id, id),
  foreign key (account_id, transfer_id) references app.transfers (account_id, id)
);
create unique index copies_by_id on app.copies (id);
create index copies_by_content on app.copies (content_id) where wrapped_key is not null;
create index copies_of_document on app.copies (account_id, document_id);
create index copies_of_agency on app.copies (agency_id, transfer_id);
create table app.receipts (
  account_id text not null,
  transfer_id text not null,
  id text not null,
  agency_id text not null references app.agencies (id),
  kind text not null check (kind in ('sent', 'extended', 'copies-added')),
  at timestamptz not null,
  entry_seq bigint not null,
  -- what is agreed (until signed) or the signed receipt, for each side under its own key
  signed boolean not null default false,
  sealed_owner bytea not null,
  sealed_agency bytea not null,
  primary key (account_id, transfer_id, id),
  foreign key (account_id, transfer_id) references app.transfers (account_id, id)
);

-- ── the edge ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.idempotency (
  account_id text not null references app.accounts (id),
  key text not null,
  request_digest bytea not null,
  status integer,
  sealed_answer bytea,
  started_at timestamptz not null,
  primary key (account_id, key)
);
create table app.attempts (
  bucket bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
-- Things said once about this deployment: the check value of the root key, the log's origin.
create table app.deployment (
  key text primary key,
  value text not null
);

