import { expect, test } from "vitest";
import { offline, problemFrom } from "./problem.ts";
import { pause, retryIn, sleep } from "./retry.ts";
import { paceMeter } from "./upload.ts";

const refusal = (status: number, code: string, retryAfter: string | null = null) =>
  problemFrom(status, { code, title: "T", detail: "D" }, retryAfter);

test("a broken line and a passing fault are tried again, a refusal never", () => {
  expect(retryIn(offline(), 1, 3, 0.5)).toBe(500);
  expect(retryIn(refusal(503, "unavailable"), 2, 3, 0.5)).toBe(1000);
  expect(retryIn(refusal(400, "upload-cut"), 1, 3, 0.5)).toBe(500);
  expect(retryIn(refusal(403, "consent-needed"), 1, 3)).toBeUndefined();
  expect(retryIn(refusal(429, "too-many-requests", "60"), 1, 3)).toBeUndefined();
  expect(retryIn(new TypeError("ours"), 1, 3)).toBeUndefined();
});

test("it gives up after the last try, and waits as long as the service says", () => {
  expect(retryIn(offline(), 3, 3)).toBeUndefined();
  expect(retryIn(refusal(429, "too-many-uploads", "2"), 1, 3)).toBe(2000);
});

test("the pause doubles, is spread and has an end", () => {
  expect(pause(1, 0)).toBe(350);
  expect(pause(1, 1)).toBe(650);
  expect(pause(20, 1)).toBe(26_000);
});

test("waiting ends at once when it is cancelled", async () => {
  const controller = new AbortController();
  const waiting = sleep(60_000, controller.signal);
  controller.abort(new Error("cancelled"));
  await expect(waiting).rejects.toThrow("cancelled");
});

test("the pace follows the last seconds, not the first", () => {
  const pace = paceMeter();
  expect(pace(0, 0)).toBe(0);
  expect(pace(1000, 1000)).toBe(1000);
  pace(1000, 6000);
  expect(pace(1000, 12_000)).toBe(0);
});
