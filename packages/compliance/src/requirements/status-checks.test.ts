import { describe, expect, test } from "vitest";
import { lapses } from "../expiries/lapses.ts";
import { starterProfiles } from "../profiles/starters.ts";
import { heldUntil } from "../readiness/held-until.ts";
import { nextBreak } from "../readiness/next-break.ts";
import { readinessOf } from "../readiness/readiness.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { documentStates } from "../validity/states.ts";
import { judgeRule } from "./judge-held.ts";
import type { Rule } from "./rule.ts";

const number = "001234567890";
const certificate = (issueDate: string, certificateNumber = number): HeldDocument => ({
  id: "certificate",
  type: "dbs-certificate",
  details: { certificateNumber, issueDate, level: "enhanced-barred-lists", workforce: "both" },
});
const subscription = (details: HeldDocument["details"] = {}): HeldDocument => ({
  id: "subscription",
  type: "dbs-update-service",
  details: { certificateNumber: number, subscriptionEndsOn: "2027-06-09", ...details },
});
const checks = starterProfiles.flatMap(({ requirements }) =>
  requirements.filter(({ id, rule }) => id === "criminal-record-check" && JSON.stringify(rule).includes("sameField")),
);
const rule = checks[0]?.rule ?? { anyOf: [] };
/** As a whole passport is judged. */
function judged(asked: Rule, held: readonly HeldDocument[], on: string) {
  const [found] = readinessOf([{ id: "check", title: "", why: "", rule: asked }], held, { on }).requirements;
  return { satisfied: found?.state === "held", missing: found?.missing ?? [] };
}
const verdict = (...held: HeldDocument[]) => judged(rule, held, today);
const newInformation = { lastResult: "NEW_INFO", lastCheckedOn: "2026-11-10" };

describe("what a status check of the Update Service found", () => {
  test.each([["BLANK_NO_NEW_INFO"], ["NON_BLANK_NO_NEW_INFO"], [null]])(
    "%s: an old certificate is kept live by its subscription",
    (lastResult) => {
      const held = [certificate("2024-06-01"), subscription({ lastResult, lastCheckedOn: "2026-11-10" })];
      for (const check of checks) expect(judged(check.rule, held, today).satisfied).toBe(true);
      expect(verdict(certificate("2024-06-01", "009999999999"), subscription()).satisfied).toBe(false);
    },
  );

  test("new information: neither subscription nor certificate counts from the day of that check, also within its year", () => {
    for (const issued of ["2024-06-01", "2026-10-01"])
      expect(verdict(certificate(issued), subscription(newInformation)).satisfied).toBe(false);
    const held = [certificate("2026-10-01"), subscription(newInformation)];
    expect(judged(rule, held, "2026-11-09").satisfied).toBe(true);
    expect(judged(rule, held, "2026-11-10")).toMatchObject({
      satisfied: false,
      missing: [{ type: "dbs-certificate", reason: "expired" }],
    });
    // The passport and the list say the same of that certificate.
    expect(documentStates(held, today).get("certificate")).toMatchObject({
      status: "expired",
      expiresOn: "2026-11-09",
    });
    const requirements = [{ id: "check", title: "", why: "", rule }];
    const [lapse] = lapses([{ key: "acme", requirements }], held, { on: today });
    expect(lapse).toMatchObject({ documentId: "certificate", endsOn: "2026-11-09", wantedBy: [{ key: "acme" }] });
  });

  test("new information about another certificate, or without the day of the check, leaves a new certificate good", () => {
    expect(verdict(certificate("2026-10-01", "009999999999"), subscription(newInformation)).satisfied).toBe(true);
    const undated = subscription({ lastResult: "NEW_INFO" });
    expect(verdict(certificate("2026-10-01"), undated).satisfied).toBe(true);
    expect(verdict(certificate("2024-06-01"), undated).satisfied).toBe(false);
  });

  test("no match: the subscription keeps nothing live, and takes nothing from a new certificate", () => {
    const noMatch = subscription({ lastResult: "NO_MATCH_FOUND", lastCheckedOn: "2026-11-10" });
    expect(verdict(certificate("2024-06-01"), noMatch).satisfied).toBe(false);
    expect(verdict(certificate("2026-10-01"), noMatch).satisfied).toBe(true);
    expect(judged({ document: { type: "dbs-update-service" } }, [noMatch], today)).toMatchObject({
      missing: [{ reason: "value-not-met" }],
    });
  });

  test("a rule by itself looks at one document at a time, whatever was found about another", () => {
    const held = [certificate("2026-10-01"), subscription(newInformation)];
    expect(judgeRule(rule, held, { on: today }).satisfied).toBe(true);
  });

  test("a subscription with new information counts as none by itself, from the earliest of several checks on", () => {
    const alone = (details: HeldDocument["details"], on: string) =>
      judged({ document: { type: "dbs-update-service" } }, [subscription(details)], on);
    expect(alone(newInformation, "2026-11-09").satisfied).toBe(true);
    expect(alone(newInformation, "2026-11-10")).toMatchObject({ missing: [{ reason: "value-not-met" }] });
    expect(alone({ lastResult: "NEW_INFO" }, "2020-01-01").satisfied).toBe(false);
    const twice = [
      certificate("2026-10-01"),
      subscription({ ...newInformation, lastCheckedOn: "2026-11-20" }),
      { ...subscription(newInformation), id: "earlier" },
    ];
    expect(judged(rule, twice, "2026-11-10").satisfied).toBe(false);
    expect(judged(rule, twice, "2026-11-09").satisfied).toBe(true);
  });

  test("a check that is dated ahead ends what is held on its day", () => {
    const held = [certificate("2026-10-01"), subscription({ ...newInformation, lastCheckedOn: "2026-12-24" })];
    const requirements = [{ id: "check", title: "", why: "", rule }];
    expect(heldUntil(requirements, held, { from: today }).get("check")).toBe("2026-12-23");
    expect(nextBreak(requirements, held, { from: today })?.on).toBe("2026-12-24");
  });
});
