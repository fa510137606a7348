-- What was asked under an Idempotency-Key is done once, also when the server dies between the act and its kept answer. The
-- claim names the request that holds the key; acted_at is written in the act's own transaction, and by that request only.
alter table app.idempotency
  add column claim text,
  add column acted_at timestamptz;
