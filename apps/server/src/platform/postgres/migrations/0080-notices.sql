-- Reminders, the calendar address, and background work as staff see it.

-- What is mailed. A day: on since then; null: off. No row: everything is on, from the first day.
create table app.reminder_settings (
  account_id text primary key references app.accounts (id),
  expiry_since date,
  after_expiry_since date,
  profile_changed_since date,
  -- whether the calendar names ordinary papers
  calendar_named boolean not null default false
);

-- When each account is looked at next, so that no passport is opened that has nothing to say.
create table app.reminder_watch (
  account_id text primary key references app.accounts (id),
  -- the next day on which something falls due by waiting alone; null: never
  look_on date,
  -- the entry of the account's own chain up to which its changes were seen
  seen_seq bigint not null default 0,
  looked_at timestamptz,
  -- the rules it was looked at by
  rules text,
  -- a look was asked for on this day and is not done yet
  asked_on date,
  -- the day of the newest digest, and the day on which a mail went out: at most one each a day
  told_on date,
  mailed_on date
);

-- Each reminder once: the mark is a keyed digest of the paper, its last good day and the step. What was told is sealed.
create table app.reminders (
  account_id text not null references app.accounts (id),
  mark bytea not null,
  kind text not null check (kind in ('expiry', 'after-expiry', 'agency-profile-changed')),
  document_id text,
  sealed bytea not null,
  told_on date not null,
  -- the mail that carries it, from the moment it is about to be handed over
  mail_id text,
  mailed_at timestamptz,
  primary key (account_id, mark),
  foreign key (account_id, document_id) references app.documents (account_id, id) on delete cascade
);
create index reminders_to_mail on app.reminders (account_id) where mailed_at is null;
create index reminders_by_document on app.reminders (account_id, document_id);

-- The secret calendar address, as a keyed digest only.
create table app.calendars (
  account_id text primary key references app.accounts (id),
  token_digest bytea not null unique,
  turned_on_at timestamptz not null,
  last_read_at timestamptz,
  -- its reading stands in the timeline once a day
  told_on date
);

do $$
declare t text;
begin
  foreach t in array array['reminder_settings', 'reminder_watch', 'reminders', 'calendars'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
  foreach t in array array['reminder_settings', 'calendars'] loop
    execute format('create policy own on app.%I using (account_id = app.my_account() or app.is_house())', t);
  end loop;
  -- Only the house looks and tells.
  foreach t in array array['reminder_watch', 'reminders'] loop
    execute format('create policy house on app.%I using (app.is_house())', t);
  end loop;
end $$;

-- What was told stays told: only its mail is written beside it.
revoke update on app.reminders, app.reminder_settings, app.reminder_watch, app.calendars from lp_app;
grant update (mail_id, mailed_at) on app.reminders to lp_app;
grant update (expiry_since, after_expiry_since, profile_changed_since, calendar_named) on app.reminder_settings to lp_app;
grant update (look_on, seen_seq, looked_at, rules, asked_on, told_on, mailed_on) on app.reminder_watch to lp_app;
grant update (token_digest, turned_on_at, last_read_at, told_on) on app.calendars to lp_app;
revoke delete on app.reminders, app.reminder_watch, app.reminder_settings from lp_app;

-- ── background work ────────────────────────────────────────────────────────────────────────────────────────────────
-- Two more doors into the job tables, each a few numbers wide and open to staff and the house only: never a payload, never
-- a key, and of an error only its name and code, which is all that we write there.
grant usage, create on schema app to lp_jobs;
grant execute on function app.my_kind() to lp_jobs;
set local role lp_jobs;
create function app.job_groups() returns table (
  name text, waiting integer, running integer, retrying integer, stuck integer, oldest_at timestamptz, last_error text
) language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.identifier,
    count(j.id) filter (where j.locked_at is null and j.attempts = 0)::int,
    count(j.id) filter (where j.locked_at is not null)::int,
    count(j.id) filter (where j.locked_at is null and j.attempts between 1 and j.max_attempts - 1)::int,
    count(j.id) filter (where j.locked_at is null and j.attempts >= j.max_attempts)::int,
    min(case when j.attempts = 0 then j.run_at else j.created_at end) filter (where j.attempts > 0 or j.run_at <= now()),
    (array_agg(case when j.last_error ~ '^[A-Za-z]{1,60}( [A-Za-z0-9_.-]{1,40}){0,2}$' then j.last_error else 'Unknown' end
       order by j.updated_at desc) filter (where j.last_error is not null))[1]
  from graphile_worker._private_tasks t left join graphile_worker._private_jobs j on j.task_id = t.id
  where app.my_kind() in ('staff', 'service', 'operator')
  group by t.identifier order by t.identifier collate "C"
$$;
-- What failed is tried again now; what gave up begins anew.
create function app.retry_jobs(task text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare retried integer;
begin
  if app.my_kind() not in ('staff', 'service', 'operator') then return 0; end if;
  update graphile_worker._private_jobs j set attempts = 0, run_at = now(), updated_at = now()
    from graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = task and j.locked_at is null and j.attempts > 0;
  get diagnostics retried = row_count;
  if retried > 0 then perform pg_notify('jobs:insert', '{"r":0,"count":1}'); end if;
  return retried;
end
$$;
revoke execute on function app.job_groups(), app.retry_jobs(text) from public;
grant execute on function app.job_groups(), app.retry_jobs(text) to lp_app;
set local role lp_owner;
revoke create on schema app from lp_jobs;
