import { expect, test } from "vitest";
import { withLook } from "./LookUp.tsx";

test("a look is noted with its day in the owner's words, newest first", () => {
  const first = withLook(null, "2026-11-03", "registered");
  expect(first).toBe("I looked on 3 November 2026: registered");
  expect(withLook(first, "2026-12-01", "registered, with a licence").split("\n")).toEqual([
    "I looked on 1 December 2026: registered, with a licence",
    "I looked on 3 November 2026: registered",
  ]);
});
