-- Sign-in. The library's own tables first, as its schema generator names them (camelCase), owned by its role; a test holds
-- them to what the library expects. Names of people are not kept here: "name" is a constant.

set local role lp_auth;

create table auth."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);
create table auth."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  -- last seen, to the minute: idle sessions end by it
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade,
  -- made with a second factor, or with a passkey that saw who held it
  "secondFactor" boolean not null,
  -- a password step that still waits for the second factor: opens nothing
  "pending" boolean not null
);
create index "session_userId_idx" on auth."session" ("userId");
create table auth."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");
create unique index "one_password_a_user" on auth."account" ("userId") where "providerId" = 'credential';
create table auth."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");
create table auth."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz,
  -- Ours: the newest time step a code was taken of. RFC 6238 section 5.2: a code is accepted once.
  "lastUsedStep" bigint
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create unique index "twoFactor_userId_uidx" on auth."twoFactor" ("userId");
create table auth."passkey" (
  "id" text primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

set local role lp_owner;

-- Each request asks once who it comes from: the session, the kind of person and their agency in one query of the sign-in
-- role, which sees these columns and no name.
grant usage on schema app to lp_auth;
grant select (account_id, kind, staff_role) on app.people to lp_auth;
grant select (agency_id, person_id, role, removed_at) on app.members to lp_auth;
create policy sign_in on app.people for select to lp_auth using (true);
create policy sign_in on app.members for select to lp_auth using (true);
-- The tables' other policies are looked at for this role too.
grant execute on function app.my_account(), app.my_agency(), app.my_kind(), app.is_house() to lp_auth;

-- ── sign-ups that wait for their address to be confirmed ───────────────────────────────────────────────────────────
-- Nothing else exists of a person before: no user, no account, no chain. Name and address are sealed under a key derived
-- from the root key. What is said of an address is the same whether it has an account or not.
create table app.sign_ups (
  id text primary key,
  handle_hash bytea not null unique,
  email_digest bytea not null,
  sealed bytea,
  password_hash text,
  licence_version text not null,
  licence_sha256 text not null,
  privacy_version text not null,
  privacy_sha256 text not null,
  code_hash bytea,
  token_hash bytea unique,
  code_failures integer not null default 0,
  mail_asked_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the account made of it
  person_id text,
  claimed_at timestamptz,
  finished_at timestamptz
);
create index sign_ups_by_email on app.sign_ups (email_digest, created_at desc);
create index sign_ups_by_end on app.sign_ups (expires_at);
create unique index one_sign_up_becomes_an_account on app.sign_ups (email_digest)
  where claimed_at is not null and finished_at is null;
alter table app.sign_ups enable row level security;
alter table app.sign_ups force row level security;
create policy house on app.sign_ups using (app.is_house());

-- A person's first sign-in is not a new device to tell them of.
alter table app.people add column first_signed_in_at timestamptz;
-- Set once the second factor is to be removed; the row goes when the sign-in tables have followed.
alter table app.second_factor_recoveries add column recovered_at timestamptz;
create index attempts_by_age on app.attempts (last_at);
