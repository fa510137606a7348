import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { countGuess } from "./actions/guessing.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
}, 60_000);
afterAll(() => house.close());

test("a right guess that ends while others begin never waits in a circle with them: each has its own outcome", async () => {
  const ctx = { ...house.service(), client: { address: "198.51.100.77", userAgent: "" } };
  // Where the counts of one guess stand among each other is chance, by its subject.
  for (let subject = 0; subject < 12; subject++) {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, async () => {
        for (let n = 0; n < 3; n++)
          await (await countGuess(ctx, { what: "code", subject: `person ${subject}` })).succeeded();
      }),
    );
    const faults = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
    expect(faults.filter((fault) => !fault.includes("too-many-requests"))).toEqual([]);
  }
}, 60_000);
