-- Tries to open a copy after its end stand in the sender's log, at most one for a copy and a person in ten minutes.
create table app.refused_openings (
  account_id text not null references app.accounts (id),
  agency_id text not null references app.agencies (id),
  -- the copy, or the transfer where its whole pack was asked for
  object_id text not null,
  person_id text not null,
  at timestamptz not null,
  primary key (object_id, person_id)
);
alter table app.refused_openings enable row level security;
alter table app.refused_openings force row level security;
create policy parties on app.refused_openings
  using (account_id = app.my_account() or agency_id = app.my_agency() or app.is_house());

create index transfers_of_locum on app.transfers (account_id, sent_at desc, id desc);
create index copies_by_end on app.copies (ends_on) where wrapped_key is not null;
