// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, test } from "vitest";
import { heldUntil } from "../readiness/held-until.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { judgeRule } from "./judge-held.ts";
import type { Rule } from "./rule.ts";

const paper = (id: string, type: string, details: HeldDocument["details"]): HeldDocument => ({ id, type, details });
const licence = paper("licence", "driving-licence", { address: "1 Sample Street", expiryDate: "2030-01-01" });
const passport = paper("passport", "passport", { expiryDate: "2029-01-01" });
const once = (...allOf: Rule[]): Rule => ({ allOf, eachDocumentOnce: true });
const one = (type: string): Rule => ({ document: { type, ...(type === "dbs-certificate" ? { anyAge: true } : {}) } });
const address = one("proof-of-address");

function answer(rule: Rule, held: readonly HeldDocument[], facts = {}): string {
  const verdict = judgeRule(rule, held, { on: today, facts });
  if (verdict.satisfied) return `held ${[...verdict.documents].sort().join(" ")}`.trim();
  return verdict.missing
    .map((piece) => ("documents" in piece ? `${piece.reason} ${piece.documents}` : piece.reason))
    .join("; ");
}

describe("no paper twice", () => {
  test("through a choice: another option is taken where the first would use a paper that is wanted elsewhere", () => {
    const photo: Rule = { anyOf: [one("driving-licence"), one("passport")] };
    expect(answer(once(photo, address), [licence])).toBe("document-used-twice licence");
    expect(answer(once(photo, address), [licence, passport])).toBe("held licence passport");
    expect(answer(once(address, photo), [licence, passport])).toBe("held licence passport");
    expect(answer(once(photo, address), [passport])).toBe("missing");
  });

  test("through a condition: what is not asked takes no paper, and an open question is asked", () => {
    const ifSurgery: Rule = { onlyIf: { condition: { fact: "eppRole", equals: true }, then: one("driving-licence") } };
    expect(answer(once(ifSurgery, address), [licence], { eppRole: false })).toBe("held licence");
    expect(answer(once(ifSurgery, address), [licence], { eppRole: true })).toBe("document-used-twice licence");
    expect(answer(once(ifSurgery, address), [licence])).toBe("fact-unknown");
    expect(answer(once(ifSurgery, address), [], { eppRole: true })).toBe("missing; missing");
  });

  test("a stretch of time takes no paper from another part, and is named beside it", () => {
    const reference = paper("reference", "reference", { periodFrom: "2020-01-01", periodTo: "2027-01-31" });
    const covers: Rule = { covers: { type: "reference", months: 12 } };
    expect(answer(once(one("reference"), covers), [reference])).toBe("held reference");
    const short = paper("reference", "reference", { periodFrom: "2026-01-01", periodTo: "2027-01-31" });
    expect(answer(once(one("reference"), covers), [short])).toBe("gap");
    const requirements = [{ id: "x", title: "", why: "", rule: once(one("reference"), covers) }];
    expect(heldUntil(requirements, [reference], { from: today }).get("x")).toBe("2027-01-31");
    // A choice of which one option wants a paper and the other two stretches of time: the nearer one is told.
    const other: Rule = { covers: { type: "gap-explanation", months: 12 } };
    expect(answer({ anyOf: [once(covers, other), once(one("cv"))] }, [])).toBe("missing");
  });

  test("papers that share a number are taken together, and once", () => {
    const certificate = (id: string, certificateNumber: string) => paper(id, "dbs-certificate", { certificateNumber });
    const subscription = paper("sub", "dbs-update-service", {
      certificateNumber: "1",
      subscriptionEndsOn: "2027-06-09",
    });
    const pair: Rule = { allOf: [one("dbs-certificate"), one("dbs-update-service")], sameField: "certificateNumber" };
    const both = once(pair, one("dbs-certificate"));
    expect(answer(both, [certificate("a", "1"), subscription])).toBe("document-used-twice a");
    expect(answer(both, [certificate("a", "1"), certificate("b", "2"), subscription])).toBe("held a b sub");
    expect(answer(both, [certificate("b", "2"), certificate("a", "1"), subscription])).toBe("held a b sub");
    expect(answer(once(pair, one("cv")), [certificate("b", "2"), subscription])).toBe(
      "different-certificateNumber b,sub; missing",
    );
  });

  test("parts inside a part, and different senders, count too; until when it is held is that of the first to end", () => {
    const bill = (id: string, issuer: string, issueDate: string) =>
      paper(id, "proof-of-address", { issuer, issueDate });
    const two: Rule = { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer" } };
    const nested = once({ allOf: [one("driving-licence")] }, two);
    const bills = [bill("gas", "Gas", "2026-11-01"), bill("bank", "Bank", "2026-10-01")];
    expect(answer(nested, [licence, ...bills])).toBe("held bank gas licence");
    expect(answer(nested, [licence, bills[0] ?? licence, bill("again", " gas", "2026-11-01")])).toBe("same-issuer");
    const until = (held: HeldDocument[]) =>
      heldUntil([{ id: "x", title: "", why: "", rule: nested }], held, { from: today }).get("x");
    expect(until([licence, ...bills])).toBe("2027-01-01");
    expect(until([{ ...licence, details: { expiryDate: "2026-12-01" } }, ...bills])).toBe("2026-12-01");
    expect(answer(once(), [])).toBe("held");
  });
});
