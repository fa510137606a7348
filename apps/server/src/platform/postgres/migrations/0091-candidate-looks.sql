-- What a member of an agency looks at of its candidates stands in the log once a day, whoever asks how often: this is the
-- day on which it last did.
create table app.candidate_looks (
  agency_id text not null references app.agencies (id),
  person_id text not null references app.accounts (id),
  -- the sender whose record was looked at; the agency itself where its whole list was
  account_id text not null references app.accounts (id),
  act text not null check (act in ('candidates-listed', 'candidate-read', 'expiries-taken')),
  -- Europe/London
  day date not null,
  primary key (agency_id, person_id, account_id, act)
);
alter table app.candidate_looks enable row level security;
alter table app.candidate_looks force row level security;
create policy own_agency on app.candidate_looks using (agency_id = app.my_agency() or app.is_house());
revoke update on app.candidate_looks from lp_app;
grant update (day) on app.candidate_looks to lp_app;
