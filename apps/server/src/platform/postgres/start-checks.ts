import type pg from "pg";
import { DatabaseStartError } from "./errors.ts";
import { APPEND_ONLY_TABLES, KNOWN_DEFINER_FUNCTIONS, PERSONAL_TABLES } from "./expectations.ts";

/**
 * Each row of the answer is one fault, as the sentence to print. Roles are looked at by name, so that it does not matter which
 * login asks. auth and graphile_worker belong to their libraries: only ownership and PUBLIC are looked at there.
 */
const faultsSql = `
WITH
  ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('app', 'auth', 'graphile_worker')),
  rel AS (SELECT c.*, n.nspname FROM pg_class c JOIN ours n ON n.oid = c.relnamespace),
  app_table AS (SELECT * FROM rel WHERE nspname = 'app' AND relkind IN ('r', 'p')),
  func AS (SELECT p.*, n.nspname FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace)
SELECT format('The role %s is a superuser or may bypass row-level security', rolname) AS fault
  FROM pg_roles WHERE rolname IN ('lp_app', 'lp_auth', 'lp_jobs', 'lp_owner') AND (rolsuper OR rolbypassrls)
UNION ALL
SELECT format('The role lp_app may act as %s', r.rolname)
  FROM pg_roles a CROSS JOIN pg_roles r WHERE a.rolname = 'lp_app' AND r.oid <> a.oid AND pg_has_role(a.oid, r.oid, 'MEMBER')
UNION ALL
SELECT format('The role lp_app owns %s', c.oid::regclass)
  FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'lp_app' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
UNION ALL
SELECT format('The role lp_app may make objects in the schema %s', nspname)
  FROM pg_namespace WHERE nspname IN ('app', 'auth', 'graphile_worker', 'public') AND has_schema_privilege('lp_app', oid, 'CREATE')
UNION ALL
SELECT format('The table %s holds personal data and does not force row-level security', t.oid::regclass)
  FROM app_table t
  WHERE NOT (relrowsecurity AND relforcerowsecurity)
    AND (relname = ANY($1) OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'account_id' AND NOT a.attisdropped))
UNION ALL
SELECT format('The view %s looks with its owner''s rights (it lacks security_invoker)', v.oid::regclass)
  FROM rel v WHERE nspname = 'app' AND relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(reloptions) OR 'security_invoker=on' = ANY(reloptions), false)
UNION ALL
SELECT format('The materialised view %s cannot have row-level security', v.oid::regclass)
  FROM rel v WHERE nspname = 'app' AND relkind = 'm'
UNION ALL
SELECT format('The function %s runs with its owner''s rights and is not on the list', f.oid::regprocedure)
  FROM func f WHERE nspname = 'app' AND prosecdef AND NOT (nspname || '.' || proname) = ANY($2)
UNION ALL
SELECT format('The function %s runs with its owner''s rights and does not fix its search_path', f.oid::regprocedure)
  FROM func f WHERE nspname = 'app' AND prosecdef AND NOT EXISTS (SELECT FROM unnest(proconfig) s WHERE s LIKE 'search_path=%')
UNION ALL
SELECT format('Everyone (PUBLIC) has rights on %s', r.oid::regclass)
  FROM rel r WHERE EXISTS (SELECT FROM aclexplode(r.relacl) x WHERE x.grantee = 0)
UNION ALL
SELECT format('Everyone (PUBLIC) has rights on the schema %s', n.nspname)
  FROM pg_namespace n WHERE n.nspname IN ('app', 'auth', 'graphile_worker') AND EXISTS (SELECT FROM aclexplode(n.nspacl) x WHERE x.grantee = 0)
UNION ALL
SELECT format('Everyone (PUBLIC) may run %s', f.oid::regprocedure)
  FROM func f WHERE nspname = 'app' AND EXISTS (SELECT FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x WHERE x.grantee = 0)
UNION ALL
SELECT format('The role lp_app may %s the append-only table %s', lower(right_name), t.oid::regclass)
  FROM app_table t CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) right_name
  WHERE relname = ANY($3) AND (has_table_privilege('lp_app', t.oid, right_name)
    OR (right_name = 'UPDATE' AND has_any_column_privilege('lp_app', t.oid, 'UPDATE')))
UNION ALL
SELECT format('The role lp_app may write the table %s', t.oid::regclass)
  FROM app_table t WHERE relname = 'migration' AND has_table_privilege('lp_app', t.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
`;

export async function findFaults(client: Pick<pg.Client, "query">): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(faultsSql, [
    [...PERSONAL_TABLES],
    [...KNOWN_DEFINER_FUNCTIONS],
    [...APPEND_ONLY_TABLES],
  ]);
  return rows.map(({ fault }) => fault);
}

/** Row-level security is only a wall while nobody quietly opened a door in it: look at each start, and do not serve if so. */
export async function checkDatabase(client: Pick<pg.Client, "query">): Promise<void> {
  const faults = await findFaults(client);
  if (faults.length === 0) return;
  throw new DatabaseStartError(
    "unsafe-database",
    `The database does not keep people's data apart, so the server does not start:\n${faults.map((fault) => `- ${fault}.`).join("\n")}`,
  );
}
