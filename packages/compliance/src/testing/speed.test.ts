import { expect, test } from "vitest";
import { readinessOf } from "../readiness/readiness.ts";
import { sampleLoad } from "./sample-passport.ts";

test("readiness of 60 papers against 45 requirements takes at most 2 ms at the median", () => {
  const { requirements, held } = sampleLoad();
  expect([requirements.length, held.length]).toEqual([45, 60]);
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now();
    readinessOf(requirements, held, { on: "2026-11-23", facts: { eppRole: true } });
    return performance.now() - began;
  });
  expect(times.sort((one, two) => one - two)[100]).toBeLessThan(2);
});
