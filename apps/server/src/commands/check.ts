import { stat, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import { stuckWork } from "../rooms/notices/index.ts";

type Finding = { what: string; good: boolean; said: string };

const freeWanted = 1024 ** 3;
const clockSlackMs = 5000;

/** Settings, file permissions, disk, database role, clock, sandbox; 1 with what to do where something is amiss. */
export async function check(ctx: Context): Promise<number> {
  const findings = [
    ...(await folders(ctx)),
    await disk(ctx),
    await databaseRole(ctx),
    await clock(ctx),
    await sandbox(ctx),
    await backgroundWork(ctx),
    ...whoRunsIt(ctx),
  ];
  for (const { what, good, said } of findings) console.log(`${good ? "good " : "LOOK "} ${what}: ${said}`);
  return findings.every((finding) => finding.good) ? 0 : 1;
}

async function folders(ctx: Context): Promise<Finding[]> {
  const dataDir = resolve(ctx.ports.settings.dataDir);
  const paths = [dataDir, ctx.ports.settings.rootKeyFile ?? `${dataDir}/keys/root.key`];
  const found = await Promise.all(
    paths.map(async (path) => ({ path, facts: await stat(path).catch(() => undefined) })),
  );
  return found
    .filter(({ facts }) => facts !== undefined)
    .map(({ path, facts }) => {
      const open = ((facts?.mode ?? 0) & 0o077) !== 0;
      return {
        what: path,
        good: !open,
        said: open ? `others may read it. Run: chmod go-rwx ${path}` : "closed to others",
      };
    });
}

async function disk(ctx: Context): Promise<Finding> {
  const facts = await statfs(resolve(ctx.ports.settings.dataDir));
  const free = facts.bavail * facts.bsize;
  const said = `${Math.round(free / 1024 ** 2)} MB free`;
  return {
    what: "disk",
    good: free > freeWanted,
    said: free > freeWanted ? said : `${said}. Make room: 1 GB at least`,
  };
}

async function databaseRole(ctx: Context): Promise<Finding> {
  const role = await ctx.house(async (tx) => {
    const found = await sql<{ name: string; superuser: boolean; bypasses: boolean }>`
      select current_user as name, rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = current_user`.execute(
      tx,
    );
    return found.rows[0];
  });
  const good = role !== undefined && !role.superuser && !role.bypasses;
  return {
    what: "database role",
    good,
    said: good ? `${role.name}, held by row-level security` : "it can pass row-level security",
  };
}

async function clock(ctx: Context): Promise<Finding> {
  const apart = await ctx.house(async (tx) => {
    const found = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
    return Math.abs((found.rows[0]?.now.getTime() ?? 0) - Date.now());
  });
  const good = apart < clockSlackMs;
  return {
    what: "clock",
    good,
    said: good ? "agrees with the database's" : `${apart} ms from the database's. Set both by NTP`,
  };
}

async function sandbox(ctx: Context): Promise<Finding> {
  const { network, memory, user, folders } = await ctx.ports.sandbox.report();
  const good = network === "closed" && memory === "limited";
  const said = `network ${network}, memory ${memory}, folders ${folders}, runs as ${user}`;
  return {
    what: "sandbox for files",
    good,
    said: good ? said : `${said}. Allow user namespaces and install prlimit (util-linux)`,
  };
}

async function backgroundWork(ctx: Context): Promise<Finding> {
  const stuck = await stuckWork(ctx);
  const told = stuck.map(({ name, stuck: count, lastError }) => `${count} of ${name} (${lastError ?? "Unknown"})`);
  return {
    what: "background work",
    good: stuck.length === 0,
    said:
      stuck.length === 0
        ? "nothing gave up"
        : `gave up: ${told.join(", ")}. Mend the cause, then try it again under Background work`,
  };
}

function whoRunsIt(ctx: Context): Finding[] {
  const { controllerName, controllerAddress, privacyContact, storageCountry } = ctx.ports.settings;
  const stated = {
    CONTROLLER_NAME: controllerName,
    CONTROLLER_ADDRESS: controllerAddress,
    PRIVACY_CONTACT: privacyContact,
    STORAGE_COUNTRY: storageCountry,
  };
  return Object.entries(stated).map(([what, value]) => ({
    what,
    good: value !== "not stated",
    said: value === "not stated" ? "not stated on the public pages. Set it" : value,
  }));
}
