import pg from "pg";
import { types } from "./types.ts";

export type Role = "owner" | "app" | "auth" | "jobs";

/** What node-postgres needs to reach one database as one login. */
export interface Login {
  connectionString?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
}

/** How each role is reached: a login of its own, or one login for all. Either takes the role on connect. */
export type RoleLogins = Record<Role, Login>;

export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

const searchPath: Record<Role, string> = { owner: "app", app: "app", auth: "auth", jobs: "graphile_worker" };
const poolSize: Record<Role, number> = { owner: 1, app: 10, auth: 4, jobs: 6 };

/**
 * Settings go into the start-up packet, so that `RESET ROLE` and `RESET ALL` lead back to them and not to the login. With
 * one login for all, `SET ROLE NONE` still leads to the login: houses that mind give each role a URL of its own.
 */
function startOptions(role: Role): string {
  const settings = [
    `role=lp_${role}`,
    `search_path=${searchPath[role]}`,
    `statement_timeout=${role === "owner" ? 0 : 30_000}`,
    `lock_timeout=${role === "owner" ? 0 : 10_000}`,
    `idle_in_transaction_session_timeout=${role === "owner" ? 0 : 30_000}`,
    "client_connection_check_interval=5000", // work for a server that was killed ends soon
  ];
  return settings.map((setting) => `-c ${setting}`).join(" ");
}

export function clientConfig(logins: RoleLogins, role: Role): pg.ClientConfig {
  return {
    ...logins[role],
    options: startOptions(role),
    application_name: `locum-passport ${role}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types,
  };
}

export function makePool(logins: RoleLogins, role: Role, log: DatabaseLog): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(logins, role),
    // Statements that do not wait for each other share a round trip. The libraries of the other roles never asked for it.
    pipeline: role === "app",
    max: poolSize[role],
    idleTimeoutMillis: 10_000, // an idle server gives its backends' memory back
    allowExitOnIdle: true,
  });
  pool.on("error", (error) => {
    // When we close, PostgreSQL may end a connection before it reads our goodbye.
    if (!pool.ending) log.warn({ role, reason: error.message }, "An idle database connection was lost");
  });
  // A connection lost while in use raises an event of its own beside the failed query; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
