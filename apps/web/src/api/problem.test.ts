import { expect, test } from "vitest";
import { problemFrom } from "./problem.ts";

test("a problem document keeps its code, words and fields", () => {
  const problem = problemFrom(
    400,
    { code: "bad-input", title: "T", detail: "D", errors: [{ field: "a", message: "m" }, { nonsense: true }] },
    null,
  );
  expect([problem.code, problem.errors]).toEqual(["bad-input", [{ field: "a", message: "m" }]]);
});

test("the sign-in library's own shape gives its words", () => {
  expect(problemFrom(401, { code: "INVALID_PASSWORD", message: "That password is not right" }, null).title).toBe(
    "That password is not right",
  );
});

test("an answer in no shape we know is told in words", () => {
  for (const body of [null, "<html>", 7, {}]) expect(problemFrom(502, body, null).code).toBe("unknown");
  expect(problemFrom(502, null, null).passing).toBe(true);
});
