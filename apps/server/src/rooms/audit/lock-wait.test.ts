import { afterAll, beforeAll, expect, test } from "vitest";
import { nobody } from "../../context.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { checkpointWith } from "./audit.held.ts";
import { append, createChain } from "./index.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test("a record is handed over also while a long change holds the log's lock: it waits, and does not fail", async () => {
  const ctx = house.contextFor({ ...nobody, kind: "locum", personId: "anna" });
  await ctx.house((tx) => createChain(ctx, tx, { id: "anna", kind: "locum" }));
  const [written] = await ctx.transaction((tx) => append(ctx, tx, [{ accountId: "anna", act: "record-checked" }]));
  let release = () => {};
  const long = ctx.transaction(async (tx) => {
    await append(ctx, tx, [{ accountId: "anna", act: "record-checked" }]);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const checkpoint = checkpointWith(ctx, "anna", written?.seq ?? 0);
  setTimeout(() => release(), 900); // longer than the sequencer waits for the lock
  expect(await checkpoint).toMatch(/^locum-passport\.log/);
  await long;
});
