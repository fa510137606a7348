import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { adminPool, startTestDatabase } from "./testing.ts";

test("a database thrown away right after its pool was ended raises nothing", async () => {
  const cluster = await startTestDatabase();
  const server = new pg.Client({ connectionString: cluster.url("postgres") });
  await server.connect();
  const lost: unknown[] = [];
  const told = (error: unknown) => void lost.push(String(error));
  process.on("uncaughtException", told);
  try {
    for (let n = 0; n < 12; n++) {
      const name = `dropped_${randomBytes(6).toString("hex")}`;
      await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      const pool = adminPool(cluster.url(name));
      await Promise.all([pool.query("SELECT 1"), pool.query("SELECT pg_sleep(0.01)")]);
      await pool.end(); // its goodbyes are on their way, not read
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  } finally {
    process.off("uncaughtException", told);
    await server.end();
  }
  expect(lost).toEqual([]);
});
