import { randomBytes } from "node:crypto";
import { rootKeyWrapper } from "@locum-passport/envelope";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseActor } from "../postgres/database.ts";
import { cloneDatabase, type TestDatabase } from "../postgres/testing.ts";
import { createAccountKeys } from "./account-keys.ts";

const house: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };
const wrapper = rootKeyWrapper(new Map([[1, randomBytes(32)]]));
const keys = createAccountKeys(wrapper, { max: 10, ttlMs: 60_000, now: () => new Date() });
const gone = expect.objectContaining({ code: "account-key-gone" });

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(async () => {
  keys.clear();
  await db.drop();
});

test("the key of an account comes from its row, and is gone the moment the row's key is destroyed, cached or not", async () => {
  const key = randomBytes(32);
  const { rootVersion, wrapped } = await wrapper.wrapAccountKey("a_specimen", key);
  await db.admin.query(
    "insert into app.accounts (id, kind, root_version, wrapped_key, created_at) values ($1, 'locum', $2, $3, now())",
    ["a_specimen", rootVersion, wrapped],
  );
  const ask = (id: string) => db.database.transaction(house, (tx) => keys.of(tx, id));
  expect((await ask("a_specimen")).equals(key)).toBe(true);
  expect((await ask("a_specimen")).equals(key)).toBe(true);

  await db.admin.query("update app.accounts set wrapped_key = null where id = $1", ["a_specimen"]);
  await expect(ask("a_specimen")).rejects.toThrow(gone);
  await expect(ask("a_nobody")).rejects.toThrow(gone);
});
