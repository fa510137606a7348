import { expect, test } from "vitest";
import { count, list, size, timeLeft } from "./words.ts";

test("one is one and two are many", () => {
  expect(count(1, "copy", "copies")).toBe("1 copy");
  expect(count(1200, "entry", "entries")).toBe("1,200 entries");
});

test("the limit on files reads as 25 MB", () => {
  expect(size(26_214_400)).toBe("25 MB");
  expect(size(0)).toBe("0 bytes");
  expect(size(1_048_575)).toBe("1 MB");
  expect(size(200_000)).toBe("195 KB");
});

test("time left is no more exact than a guess deserves", () => {
  expect(timeLeft(Number.NaN)).toBe("working out how long");
  expect(timeLeft(2)).toBe("a few seconds left");
  expect(timeLeft(31)).toBe("about 35 seconds left");
  expect(timeLeft(58)).toBe("about 1 minute left");
});

test("a list ends with and", () => {
  expect(list(["a"])).toBe("a");
  expect(list(["a", "b", "c"])).toBe("a, b and c");
});
