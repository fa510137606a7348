import { afterAll, beforeAll, expect, test } from "vitest";
import { nobody } from "../../context.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { addStaff } from "../accounts/index.ts";
import { listTimeline } from "../audit/index.ts";
import { listUploads } from "./actions/list-uploads.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test("staff look at no page of the arrivals without an entry, a made-up place in the list included", async () => {
  const { personId } = await addStaff(house.service(), "staff@example.test");
  const ctx = house.contextFor({ ...nobody, kind: "staff", personId, staffRole: "support", secondFactor: true });
  await listUploads(ctx, { limit: 50 });
  await listUploads(ctx, { cursor: "999999999999999_z", limit: 50 });
  const { items } = await listTimeline(ctx, { accountId: personId, cursor: undefined, limit: 10 });
  expect(items.filter((entry) => entry.act === "uploads-listed")).toHaveLength(2);
});
