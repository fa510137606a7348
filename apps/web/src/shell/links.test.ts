import { expect, test } from "vitest";
import { tokenIn } from "./link-token.ts";
import { insideOnly } from "./session.ts";

test("a token is read from behind the #, with or without its name", () => {
  const token = "abcdefghijklmnop_-12";
  expect(tokenIn(`#token=${token}`)).toBe(token);
  expect(tokenIn(`#${token}`)).toBe(token);
  for (const hash of ["", "#main", "#token=<script>alert(1)</script>"]) expect(tokenIn(hash)).toBeUndefined();
});

test("after signing in the way leads nowhere but into this application", () => {
  expect(insideOnly("/transfers?x=1")).toBe("/transfers?x=1");
  for (const path of ["//evil.example", "/\\evil.example", "https://evil.example", "/sign-in", undefined]) {
    expect(insideOnly(path)).toBeUndefined();
  }
});
