-- Rights. The roles and schemas themselves are made before this, by a login that may.

GRANT USAGE ON SCHEMA app TO lp_app;

ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lp_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE, SELECT ON SEQUENCES TO lp_app;
-- Everyone may run a new function unless this is taken away. Those with their owner's rights are held to a list at start.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO lp_app;

-- The job tables have row-level security without policies: only their owner can write them. This function is that owner's
-- one door, so that a job is part of the transaction that causes it.
GRANT USAGE, CREATE ON SCHEMA app TO lp_jobs;
SET LOCAL ROLE lp_jobs;
CREATE FUNCTION app.enqueue_job(
  task text,
  payload json DEFAULT NULL,
  queue text DEFAULT NULL,
  run_at timestamptz DEFAULT NULL,
  max_attempts integer DEFAULT NULL,
  job_key text DEFAULT NULL,
  priority integer DEFAULT NULL,
  job_key_mode text DEFAULT 'replace'
) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT (graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts,
    job_key => job_key, priority => priority, job_key_mode => job_key_mode
  )).id::bigint
$$;
REVOKE EXECUTE ON FUNCTION app.enqueue_job(text, json, text, timestamptz, integer, text, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue_job(text, json, text, timestamptz, integer, text, integer, text) TO lp_app;
SET LOCAL ROLE lp_owner;
REVOKE CREATE ON SCHEMA app FROM lp_jobs;
