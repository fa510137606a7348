/** What the start checks hold the database to. A migration that adds one of these adds it here, in the same commit. */

/** Functions that run with their owner's rights. Each is a door through row-level security and is known by name. */
export const KNOWN_DEFINER_FUNCTIONS: readonly string[] = ["app.enqueue_job", "app.job_groups", "app.retry_jobs"];

/** Tables with personal data that have no column account_id, and so must be named to be held to forced row-level security. */
export const PERSONAL_TABLES: readonly string[] = [
  "accounts",
  "members",
  "invitations",
  "upload_notices",
  "sign_ups",
  "agency_profiles",
];

/** Tables the app role may add to but never change or empty, where they exist. */
export const APPEND_ONLY_TABLES: readonly string[] = ["entries", "log_leaves", "agency_profiles"];
