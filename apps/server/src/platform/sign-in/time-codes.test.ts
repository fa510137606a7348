import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { codeOfStep, matchingStep } from "./time-codes.ts";

const secret = "12345678901234567890"; // RFC 6238 appendix B
const step = 30_000;
const at = 41_152_263 * step + 1_000;

describe("time codes", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("are those of RFC 6238 appendix B at second %i", (second, code) => {
    expect(codeOfStep(secret, Math.floor(second / 30))).toBe(code);
  });

  it("agree with another maker's authenticator", () => {
    const app = new TOTP({ secret: Secret.fromLatin1(secret) });
    expect(matchingStep(secret, app.generate({ timestamp: at }), at)).toBe(Math.floor(at / step));
  });

  it("are taken one step early or late and no further", () => {
    const current = Math.floor(at / step);
    const taken = [-2, -1, 0, 1, 2].map((n) => matchingStep(secret, codeOfStep(secret, current + n), at));
    expect(taken).toEqual([undefined, current - 1, current, current + 1, undefined]);
  });

  it("may be typed with a space, and nothing else passes for six digits", () => {
    const code = codeOfStep(secret, Math.floor(at / step));
    expect(matchingStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at)).toBeDefined();
    for (const typed of ["", "12345", `${code}0`, "abcdef", "🙂🙂🙂"])
      expect(matchingStep(secret, typed, at)).toBeUndefined();
  });
});
