import { checkRecord, openCheckpoint } from "@locum-passport/audit-log";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, nobody } from "../../context.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { exportRecord } from "./audit.export.ts";
import { recordForCheck } from "./audit.record.ts";
import { append, createChain, listTimeline, sequence, verifyLog } from "./index.ts";

let house: TestHouse;
const person = (id: string): Actor => ({ ...nobody, kind: "locum", personId: id });

beforeAll(async () => {
  house = await openTestHouse();
  for (const id of ["anna", "bert"]) {
    await house.service().house((tx) => createChain(house.service(), tx, { id, kind: "locum" }));
  }
});
afterAll(() => house?.close());

async function write(id: string, title: string): Promise<void> {
  const ctx = house.contextFor(person(id));
  const entry = {
    accountId: id,
    act: "document-added" as const,
    object: { kind: "document", id: "d1" },
    label: { title },
  };
  await ctx.transaction((tx) => append(ctx, tx, [entry]));
}

test("an act committed stands in the actor's own timeline, in a sentence, and in nobody else's", async () => {
  await write("anna", "CV");
  const query = { cursor: undefined, limit: 50 };
  const mine = await listTimeline(house.contextFor(person("anna")), { accountId: "anna", ...query });
  expect(mine.items[0]?.sentence).toBe("You added CV.");
  expect(mine.items[0]?.actor).toEqual({ kind: "you", name: "You" });
  const stolen = await listTimeline(house.contextFor(person("bert")), { accountId: "anna", ...query });
  expect(stolen.items).toEqual([]);
});

test("entries of many writers get one place each in the log, in the order of their instants", async () => {
  const before = await sequence(house.service());
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(n % 2 ? "anna" : "bert", `Paper ${n}`)));
  expect(await sequence(house.service())).toBe(before + 40);
  const leaves = await house.database.admin.query(
    "select l.leaf_index, e.at from app.log_leaves l join app.entries e using (account_id, seq) order by 1",
  );
  const instants = leaves.rows.map((row) => new Date(row.at).getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
});

test("the exported record holds every entry, and the check finds nothing wrong with it", async () => {
  const ctx = house.contextFor(person("anna"));
  const bundle = await recordForCheck(ctx, "anna", { locate: true });
  const checked = checkRecord({ record: bundle, vkey: house.ports.logSigner.vkey });
  expect(checked.findings).toEqual([]);
  expect(checked.verdict).toBe("valid");
  const chunks: Buffer[] = [];
  for await (const chunk of await exportRecord(ctx, "anna", 0)) chunks.push(chunk);
  expect(Buffer.concat(chunks).includes("entries/000001.tlog-proof")).toBe(true);
});

test("a checkpoint is signed only over what reads back, and a changed tile stops the signing", async () => {
  const note = (await house.database.admin.query("select note from app.log_checkpoints order by size desc limit 1"))
    .rows[0].note;
  expect(openCheckpoint(note, house.ports.logSigner.signer).origin).toBe(house.ports.logSigner.origin);
  await house.database.admin.query(
    "update app.log_tiles set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1) where level = 0",
  );
  await write("anna", "After the forgery");
  await expect(sequence(house.service())).rejects.toThrow(/do not match the last signed checkpoint/);
  await house.database.admin.query(
    "update app.log_tiles set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1) where level = 0",
  );
  expect(await sequence(house.service())).toBeGreaterThan(0);
});

test("an entry cannot be changed or deleted by the application's role", async () => {
  const ctx = house.service();
  const { sql } = await import("kysely");
  await expect(ctx.house((tx) => sql`delete from app.entries`.execute(tx))).rejects.toThrow(/permission denied/);
  await expect(ctx.house((tx) => sql`update app.entries set act = 'x'`.execute(tx))).rejects.toThrow(
    /permission denied/,
  );
});

test("a whole log verified while the server publishes is not taken for a forged one", async () => {
  const { logSigner } = house.ports;
  const real = logSigner.kept;
  const published = async () => {
    await write("anna", "While it is verified");
    await sequence(house.service());
    return real();
  };
  logSigner.kept = published;
  try {
    expect((await verifyLog(house.service())).faults).toEqual([]);
  } finally {
    logSigner.kept = real;
  }
});
