import pg from "pg";
import { DatabaseStartError } from "./errors.ts";

const roles = ["lp_owner", "lp_app", "lp_auth", "lp_jobs"] as const;
const schemas = [
  ["app", "lp_owner"],
  ["auth", "lp_auth"],
  ["graphile_worker", "lp_jobs"],
] as const;

interface State {
  version: number;
  login: string;
  superuser: boolean;
  complete: boolean;
}

/**
 * Roles and schemas: the one part that needs more rights than the product has. Done when the login is a superuser, else the
 * exact SQL is named. `passwords` (embedded only) lets each role log in by itself.
 */
export async function ensureRoles(client: pg.Client, passwords?: Readonly<Record<string, string>>): Promise<void> {
  const state = await readState(client);
  if (state.version < 150_000) {
    throw new DatabaseStartError(
      "postgres-too-old",
      `This PostgreSQL is version ${Math.floor(state.version / 10_000)}. Locum Passport needs 15 or newer.`,
    );
  }
  if (state.complete) return;
  const sql = setupSql(state, client.database ?? "locum_passport");
  if (!state.superuser) {
    throw new DatabaseStartError(
      "roles-missing",
      `The database lacks the roles or schemas of Locum Passport, and the login ${state.login} may not make them. ` +
        `Run this once as a superuser, in this database, then start again:\n\n${sql}\n`,
    );
  }
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('locum-passport roles'))");
    await client.query(sql);
    for (const [role, password] of Object.entries(passwords ?? {})) {
      await client.query(`ALTER ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function readState(client: pg.Client): Promise<State> {
  const { rows } = await client.query<State>(
    `SELECT current_setting('server_version_num')::int AS version, session_user::text AS login,
            (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS superuser,
            (SELECT count(*) FROM pg_roles WHERE rolname = ANY($1)) = cardinality($1::text[])
            AND (SELECT count(*) FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner
                 WHERE (n.nspname, r.rolname::text) IN (SELECT * FROM unnest($2::text[], $3::text[]))) = cardinality($2::text[])
            AND (SELECT coalesce(bool_and(pg_has_role(o.oid, r.oid, 'MEMBER')), false) FROM pg_roles o, pg_roles r
                 WHERE o.rolname = 'lp_owner' AND r.rolname IN ('lp_jobs', 'lp_auth'))
            AND to_regclass('graphile_worker.migrations') IS NOT NULL AS complete`,
    [roles, schemas.map(([schema]) => schema), schemas.map(([, owner]) => owner)],
  );
  const state = rows[0];
  if (!state) throw new Error("PostgreSQL did not describe itself");
  return state;
}

function setupSql(state: State, database: string): string {
  const name = pg.escapeIdentifier(database);
  const login = pg.escapeIdentifier(state.login);
  const inherit = state.version >= 160_000 ? " WITH INHERIT FALSE, SET TRUE" : "";
  return [
    ...roles.map(
      (role) =>
        `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS; ` +
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;",
    ),
    ...(state.superuser ? [] : [`GRANT ${roles.join(", ")} TO ${login};`]),
    // The owner takes the jobs role once, to make app.enqueue_job with that role's rights (migration 0000), and the
    // sign-in role in the migrations of its tables (0010).
    `GRANT lp_jobs, lp_auth TO lp_owner${inherit};`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${name} TO ${roles.join(", ")}${state.superuser ? "" : `, ${login}`};`,
    "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
    ...schemas.map(([schema, owner]) => `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner};`),
    // graphile-worker makes this table itself when its role may create schemas; ours may not.
    "CREATE TABLE IF NOT EXISTS graphile_worker.migrations (id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), " +
      "breaking boolean NOT NULL DEFAULT false);",
    "ALTER TABLE graphile_worker.migrations OWNER TO lp_jobs;",
  ].join("\n");
}
