import { expect, test } from "vitest";
import { isEmail } from "./email.ts";

test("what can be an address passes, what cannot does not", () => {
  for (const fine of ["name@example.com", "o'neil+x@sub.example.co.uk"]) expect(isEmail(fine)).toBe(true);
  for (const bad of ["name", "name@", "@example.com", "a b@example.com", "a@b"]) expect(isEmail(bad)).toBe(false);
});
