import { createHmac } from "node:crypto";
import pg from "pg";
import { superuser } from "./embedded/cluster.ts";
import type { EmbeddedPostgres } from "./embedded/postgres.ts";
import type { Login, Role, RoleLogins } from "./pools.ts";

export const embeddedDatabaseName = "locum_passport";

/** A URL for each role, for houses that do not want one login to be able to act as all four. */
export type RoleUrls = Partial<Record<Role, string | undefined>>;

export interface Logins {
  /** Makes roles and schemas where it may, and looks at the whole at start. */
  setup: Login;
  roles: RoleLogins;
  /** Embedded only: each role logs in by itself, with a password derived from the superuser's. */
  passwords?: Record<string, string>;
}

export function externalLogins(databaseUrl: string, urls: RoleUrls = {}): Logins {
  const login = (role: Role): Login => ({ connectionString: urls[role] ?? databaseUrl });
  return {
    setup: { connectionString: databaseUrl },
    roles: { owner: login("owner"), app: login("app"), auth: login("auth"), jobs: login("jobs") },
  };
}

export function embeddedLogins(server: EmbeddedPostgres, database = embeddedDatabaseName): Logins {
  const at = { host: server.host, port: server.port, database };
  const password = (role: Role) => createHmac("sha256", server.password).update(`lp_${role}`).digest("base64url");
  const login = (role: Role): Login => ({ ...at, user: `lp_${role}`, password: password(role) });
  return {
    setup: { ...at, user: superuser, password: server.password },
    roles: { owner: login("owner"), app: login("app"), auth: login("auth"), jobs: login("jobs") },
    passwords: {
      lp_owner: password("owner"),
      lp_app: password("app"),
      lp_auth: password("auth"),
      lp_jobs: password("jobs"),
    },
  };
}

/** The product's database in a new cluster, which holds only PostgreSQL's own. */
export async function ensureEmbeddedDatabase(setup: Login): Promise<void> {
  const client = new pg.Client({ ...setup, database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [setup.database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(setup.database ?? "")}`);
  } finally {
    await client.end();
  }
}
