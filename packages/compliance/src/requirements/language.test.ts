// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, test } from "vitest";
import type { FactAnswers } from "../profiles/profile.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { type Asked, judgeRule } from "./judge-held.ts";
import type { DocumentTests, FactCondition, Rule } from "./rule.ts";

type Held = [type: string, details: HeldDocument["details"]];
const papers = (held: readonly Held[]) => held.map(([type, details], at) => ({ id: `d${at + 1}`, type, details }));

/** "held", with the papers that do, or why not. */
function answer(rule: Rule, held: readonly Held[], asked: Partial<Asked> = {}): string {
  const verdict = judgeRule(rule, papers(held), { on: today, ...asked });
  if (verdict.satisfied) return verdict.asks ? `held ${verdict.documents.join(" ")}`.trim() : "not asked";
  return verdict.missing
    .map((piece) => {
      const counts = "need" in piece && piece.need !== undefined ? ` ${piece.have} of ${piece.need}` : "";
      if ("fact" in piece) return `${piece.reason} ${piece.fact}`;
      if ("documents" in piece) return `${piece.reason} ${piece.documents.join(" ")}`;
      return piece.reason === "gap" && "from" in piece ? `gap ${piece.from} ${piece.to}` : piece.reason + counts;
    })
    .join("; ");
}
const one = (type: string, tests: DocumentTests, details: HeldDocument["details"], asked: Partial<Asked> = {}) =>
  answer({ document: { type, ...tests } }, [[type, details]], asked);

describe("a test on one paper", () => {
  const child = (level: unknown) => ({ level, completedOn: "2026-01-01" });
  const dbs = (level: unknown, workforce: unknown = "both") => ({ level, workforce, issueDate: "2026-06-01" });
  test.each<[string, DocumentTests, HeldDocument["details"], string]>([
    ["safeguarding-children", { level: 3 }, child(3), "held d1"],
    ["safeguarding-children", { level: 3 }, child(4), "held d1"],
    ["safeguarding-children", { level: 3 }, child(2), "wrong-level"],
    ["safeguarding-children", { level: 3 }, child(" 3 "), "held d1"],
    ["safeguarding-children", { level: 3 }, child(""), "wrong-level"],
    ["safeguarding-children", { level: 3 }, child(true), "wrong-level"],
    ["safeguarding-children", { level: 3 }, child("three"), "wrong-level"],
    ["safeguarding-children", { level: 3 }, { completedOn: "2026-01-01" }, "wrong-level"],
    ["safeguarding-children", { level: 3, levelExact: true }, child(3), "held d1"],
    ["safeguarding-children", { level: 3, levelExact: true }, child(4), "wrong-level"],
    ["dbs-certificate", { level: "enhanced" }, dbs("enhanced"), "held d1"],
    ["dbs-certificate", { level: "enhanced" }, dbs("Enhanced "), "held d1"],
    ["dbs-certificate", { level: "enhanced" }, dbs("enhanced-barred-lists"), "held d1"],
    ["dbs-certificate", { level: "enhanced" }, dbs("standard"), "wrong-level"],
    ["dbs-certificate", { level: "enhanced" }, dbs("something"), "wrong-level"],
    ["dbs-certificate", { level: "enhanced", levelExact: true }, dbs("enhanced-barred-lists"), "wrong-level"],
    ["dbs-certificate", { level: "basic" }, dbs("basic"), "held d1"],
    ["dbs-certificate", { workforce: "adult" }, dbs("basic", "adult"), "held d1"],
    ["dbs-certificate", { workforce: "adult" }, dbs("basic", "Both"), "held d1"],
    ["dbs-certificate", { workforce: "adult" }, dbs("basic", "child"), "wrong-workforce"],
    ["dbs-certificate", { workforce: "both" }, dbs("basic", "adult"), "wrong-workforce"],
    ["dbs-certificate", { workforce: "both" }, dbs("basic", null), "wrong-workforce"],
  ])("%s %j of %j: %s", (type, tests, details, expected) => {
    expect(one(type, tests, details)).toBe(expected);
  });

  const titre = { titre: 100 };
  test.each<[NonNullable<DocumentTests["where"]>, HeldDocument["details"], string]>([
    [{ titre: { moreThan: 99 } }, titre, "held d1"],
    [{ titre: { moreThan: 100 } }, titre, "value-not-met"],
    [{ titre: { moreThan: 1 } }, { titre: "100" }, "value-not-met"],
    [{ titre: { moreThan: -1 } }, {}, "value-not-met"],
    [{ titre: { atLeast: 100 } }, titre, "held d1"],
    [{ titre: { atLeast: 101 } }, titre, "value-not-met"],
    [{ titre: { atLeast: 1 } }, { titre: "100" }, "value-not-met"],
    [{ titre: 100 }, titre, "held d1"],
    [{ titre: 99 }, titre, "value-not-met"],
    [{ titre: { equals: 100 } }, titre, "held d1"],
    [{ titre: { equals: "100" } }, titre, "value-not-met"],
    [{ lab: "Specimen  lab" }, { lab: " specimen LAB" }, "held d1"],
    [{ lab: { equals: "Specimen lab" } }, { lab: "SPECIMEN LAB" }, "held d1"],
    [{ lab: { oneOf: ["a", "b"] } }, { lab: "B" }, "held d1"],
    [{ lab: { oneOf: ["a", "b"] } }, { lab: "c" }, "value-not-met"],
    [{ lab: { oneOf: ["a", "b"] } }, {}, "value-not-met"],
    [{ lab: { present: true } }, { lab: "c" }, "held d1"],
    [{ lab: { present: true } }, { lab: "  " }, "value-not-met"],
    [{ lab: { present: true } }, { lab: null }, "value-not-met"],
    [{ lab: { present: false } }, { lab: "" }, "held d1"],
    [{ lab: { present: false } }, { lab: "c" }, "value-not-met"],
    [{ lowResponderEvidence: true }, { lowResponderEvidence: true }, "held d1"],
    [{ lowResponderEvidence: true }, { lowResponderEvidence: false }, "value-not-met"],
    [{ lab: "a", titre: 100 }, { lab: "a", titre: 99 }, "value-not-met"],
    [{ sampleDate: { atLeastMonthsBefore: 1 } }, { sampleDate: "2026-10-23" }, "held d1"],
    [{ sampleDate: { atLeastMonthsBefore: 1 } }, { sampleDate: "2026-10-24" }, "value-not-met"],
    [{ sampleDate: { atLeastMonthsBefore: 1 } }, { sampleDate: "soon" }, "value-not-met"],
    [{ sampleDate: { atLeastMonthsBefore: 1 } }, {}, "value-not-met"],
  ])("where %j of %j: %s", (where, details, expected) => {
    expect(one("hepb-antibody", { where }, details)).toBe(expected);
  });

  test("a value that is to be the answer to a question waits for the answer", () => {
    const where = { service: { sameAsFact: "serviceRequested" } };
    const asked = (facts: FactAnswers) =>
      one("accreditation", { where, anyAge: true }, { service: "flu", expiryDate: "2027-09-01" }, { facts });
    expect(asked({ serviceRequested: "FLU" })).toBe("held d1");
    expect(asked({ serviceRequested: "travel" })).toBe("value-not-met");
    expect(asked({})).toBe("value-not-met");
    expect(answer({ document: { type: "accreditation", where } }, [["accreditation", {}]])).toBe("value-not-met");
  });

  test("a sample counts only where the report says that identity was checked", () => {
    const tests = { identityVerifiedSample: true };
    const hiv = (identityVerifiedSample: unknown) =>
      one("epp-hiv", tests, { sampleDate: "2026-06-01", identityVerifiedSample });
    expect(hiv(true)).toBe("held d1");
    for (const not of [false, null, "yes", 1]) expect(hiv(not)).toBe("not-identity-verified-sample");
    expect(one("epp-hiv", {}, { sampleDate: "2026-06-01" })).toBe("held d1");
    expect(one("epp-hiv", { identityVerifiedSample: false }, { sampleDate: "2026-06-01" })).toBe("held d1");
  });

  test.each<[DocumentTests, HeldDocument["details"], Partial<Asked>, string]>([
    [{}, { completedOn: "2025-11-23" }, {}, "held d1"],
    [{}, { completedOn: "2025-11-22" }, {}, "expired"],
    [{}, {}, {}, "awaiting-date"],
    [{}, { completedOn: "2026-11-24" }, {}, "not-yet-valid"],
    [{}, { completedOn: "2026-11-23" }, {}, "held d1"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-05-23" }, {}, "held d1"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-05-22" }, {}, "too-old"],
    [{ maxAgeMonths: 24 }, { completedOn: "2024-11-23" }, {}, "held d1"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-06-01", expiryDate: "2026-11-22" }, {}, "expired"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-06-01", expiryDate: "2026-11-23" }, {}, "held d1"],
    [{ maxAgeMonths: 6 }, {}, {}, "awaiting-date"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-11-24" }, {}, "not-yet-valid"],
    [{ maxAgeDays: 30 }, { completedOn: "2026-10-24" }, {}, "held d1"],
    [{ maxAgeDays: 30 }, { completedOn: "2026-10-23" }, {}, "too-old"],
    [{ issuedWithinMonths: 6 }, { completedOn: "2026-05-23" }, {}, "held d1"],
    [{ issuedWithinMonths: 6 }, { completedOn: "2026-05-22" }, {}, "too-old"],
    // Shown in time for a placement that ends when it is older.
    [{ issuedWithinMonths: 6 }, { completedOn: "2026-01-15" }, { shownOn: "2026-07-01" }, "held d1"],
    [{ issuedWithinMonths: 6 }, { completedOn: "2026-01-15" }, { shownOn: "2026-07-16" }, "too-old"],
    [{ issuedWithinMonths: 6 }, { completedOn: "2026-07-02" }, { shownOn: "2026-07-01" }, "not-yet-valid"],
    [{ maxAgeMonths: 6 }, { completedOn: "2026-01-15" }, { shownOn: "2026-07-01" }, "too-old"],
    [{ anyAge: true }, { completedOn: "2001-01-01" }, {}, "held d1"],
    [{ anyAge: true }, { completedOn: "2001-01-01", expiryDate: "2026-11-22" }, {}, "expired"],
    [{ anyAge: true }, {}, {}, "held d1"],
  ])("life support %j of %j, asked %j: %s", (tests, details, asked, expected) => {
    expect(one("bls", tests, details, asked)).toBe(expected);
  });

  test("an age by the type's own rule is looked at on the day the paper is shown", () => {
    const bill = { issuer: "SPECIMEN", issueDate: "2026-08-23" };
    expect(one("proof-of-address", {}, bill)).toBe("held d1");
    expect(one("proof-of-address", {}, bill, { on: "2027-03-01", shownOn: "2026-11-23" })).toBe("held d1");
    expect(one("proof-of-address", {}, bill, { on: "2026-11-24" })).toBe("expired");
  });

  test("one that stands in follows its own rule or that of the other type, and age tests do not reach it", () => {
    const licence: Held = ["driving-licence", { address: "1 Sample Street", expiryDate: "2026-11-23" }];
    const address = (tests: DocumentTests, on = today) =>
      answer({ document: { type: "proof-of-address", ...tests } }, [licence], { on });
    expect(address({})).toBe("held d1");
    expect(address({ maxAgeDays: 1 })).toBe("held d1");
    expect(address({ anyAge: true }, "2026-11-24")).toBe("expired");
    const work = (issuingCountry: string) =>
      answer({ document: { type: "rtw-british-irish" } }, [["passport", { expiryDate: "2020-01-01", issuingCountry }]]);
    expect(work("GBR")).toBe("held d1");
    expect(work("FRA")).toBe("missing");
  });

  test("of several that fail, the one that came furthest is told, and the one that lasts longest is taken", () => {
    const bls = (completedOn: string | null): Held => ["bls", { completedOn }];
    const rule: Rule = { document: { type: "bls" } };
    expect(answer(rule, [bls("2020-01-01"), bls(null)])).toBe("expired");
    expect(answer(rule, [bls(null), bls("2027-01-01")])).toBe("not-yet-valid");
    expect(answer(rule, [bls("2026-01-01"), bls("2026-10-01"), bls("2026-05-01")])).toBe("held d2");
    expect(answer(rule, [])).toBe("missing");
    expect(answer({ document: { type: ["bls", "als"] } }, [["als", { completedOn: "2026-10-01" }]])).toBe("held d1");
  });
});

describe("papers together", () => {
  const bill = (issuer: string | null, issueDate = "2026-11-01"): Held => ["proof-of-address", { issuer, issueDate }];
  const addresses: Rule = { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer" } };

  test("so many, of different senders: an empty one does not count, and one sender counts once", () => {
    expect(answer(addresses, [bill("Gas"), bill("Bank")])).toBe("held d1 d2");
    expect(answer(addresses, [bill("Gas"), bill(" GAS ")])).toBe("same-issuer 1 of 2");
    expect(answer(addresses, [bill("Gas"), bill(null)])).toBe("same-issuer 1 of 2");
    expect(answer(addresses, [bill("Gas"), bill("Bank", "2026-01-01")])).toBe("expired 1 of 2");
    expect(answer(addresses, [])).toBe("missing 0 of 2");
    expect(answer({ nOf: { count: 2, type: "proof-of-address" } }, [bill("Gas"), bill("Gas")])).toBe("held d1 d2");
    expect(answer({ nOf: { count: 2, type: "proof-of-address" } }, [bill("Gas")])).toBe("missing 1 of 2");
  });

  test("courses of different providers, and papers of different types", () => {
    const course = (type: string, provider: string): Held => [type, { provider, completedOn: "2026-06-01" }];
    const types = ["bls", "fire-safety"];
    const providers: Rule = { nOf: { count: 2, type: types, distinctBy: "provider" } };
    expect(answer(providers, [course("bls", "North"), course("fire-safety", "South")])).toBe("held d1 d2");
    expect(answer(providers, [course("bls", "North"), course("fire-safety", "north ")])).toBe("same-provider 1 of 2");
    const different: Rule = { nOf: { count: 2, type: types, distinctBy: "type" } };
    expect(answer(different, [course("bls", "North"), course("fire-safety", "North")])).toBe("held d1 d2");
    expect(answer(different, [course("bls", "North"), course("bls", "South")])).toBe("same-type 1 of 2");
  });

  test("a licence that is the photo ID is not the address too", () => {
    const licence: Held = ["driving-licence", { address: "1 Sample Street", issuer: "DVLA", expiryDate: "2030-01-01" }];
    const passport: Held = ["passport", { expiryDate: "2030-01-01" }];
    const once: Rule = {
      allOf: [{ nOf: { count: 1, type: ["passport", "driving-licence"] } }, addresses],
      eachDocumentOnce: true,
    };
    expect(answer(once, [licence, bill("Gas")])).toBe("document-used-twice d1");
    expect(answer({ allOf: once.allOf }, [licence, bill("Gas")])).toBe("held d1 d2");
    expect(answer(once, [licence, bill("Gas"), passport])).toMatch(/^held( d[123]){3}$/);
    expect(answer(once, [licence, bill("Gas"), bill("Bank")])).toMatch(/^held( d[123]){3}$/);
    expect(answer(once, [passport, bill("Gas")])).toBe("missing 1 of 2");
    expect(answer(once, [])).toBe("missing 0 of 1; missing 0 of 2");
  });

  test("every part, and each that is missing is told", () => {
    const both: Rule = { allOf: [{ document: { type: "bls" } }, { document: { type: "cv" } }] };
    const bls: Held = ["bls", { completedOn: "2026-06-01" }];
    expect(answer(both, [bls, ["cv", { versionDate: "2026-06-01" }]])).toBe("held d1 d2");
    expect(answer(both, [bls])).toBe("missing");
    expect(answer(both, [])).toBe("missing; missing");
  });

  test("at least one: the first that holds, else the one that wants least, on a tie the first", () => {
    const option = (...types: string[]): Rule => ({ allOf: types.map((type) => ({ document: { type } })) });
    const bls: Held = ["bls", { completedOn: "2020-01-01" }];
    const held: Held = ["cv", { versionDate: "2026-06-01" }];
    expect(answer({ anyOf: [option("bls"), option("cv")] }, [bls, held])).toBe("held d2");
    expect(answer({ anyOf: [option("als", "pils"), option("bls")] }, [bls])).toBe("expired");
    expect(answer({ anyOf: [option("bls"), option("als")] }, [bls])).toBe("expired");
    expect(answer({ anyOf: [option("als"), option("bls")] }, [bls])).toBe("missing");
    const counted = (count: number): Rule => ({ nOf: { count, type: "proof-of-address", distinctBy: "issuer" } });
    expect(answer({ anyOf: [counted(3), counted(2)] }, [bill("Gas")])).toBe("missing 1 of 2");
  });

  test("papers that share a number: with each that is there, and never across two", () => {
    const certificate = (certificateNumber: string | null): Held => [
      "dbs-certificate",
      { certificateNumber, issueDate: "2020-01-01" },
    ];
    const subscription = (certificateNumber: string, subscriptionEndsOn = "2027-06-09"): Held => [
      "dbs-update-service",
      { certificateNumber, subscriptionEndsOn },
    ];
    const pair: Rule = {
      allOf: [{ document: { type: "dbs-certificate", anyAge: true } }, { document: { type: "dbs-update-service" } }],
      sameField: "certificateNumber",
    };
    expect(answer(pair, [certificate("1"), certificate("2"), subscription("2")])).toBe("held d2 d3");
    expect(answer(pair, [certificate("1"), subscription("2")])).toBe("different-certificateNumber d1 d2");
    expect(answer(pair, [certificate(null), subscription("2")])).toBe("different-certificateNumber d1 d2");
    expect(answer(pair, [certificate("1")])).toBe("missing");
    expect(answer(pair, [certificate("1"), subscription("1", "2026-11-22")])).toBe("expired");
    // Of two pairs the one that lasts longer is taken.
    const pairs = [certificate("1"), subscription("1"), certificate("2"), subscription("2", "2028-01-01")];
    expect(answer(pair, pairs)).toBe("held d3 d4");
    const surgery: Rule = {
      onlyIf: { condition: { fact: "eppRole", equals: true }, then: { document: { type: "bls" } } },
    };
    const asking = (eppRole: boolean) => ({ facts: { eppRole } });
    expect(answer({ allOf: [surgery], sameField: "provider" }, [], asking(false))).toBe("not asked");
    expect(answer({ allOf: [surgery], sameField: "provider" }, [], asking(true))).toBe("missing");
  });
});

describe("a stretch of time", () => {
  const reference = (periodFrom: string, periodTo: string | null, receivedOn = "2026-11-01"): Held => [
    "reference",
    { periodFrom, periodTo, receivedOn },
  ];
  const covers = (more: object = {}): Rule => ({ covers: { type: "reference", months: 12, ...more } });

  test("is covered from the first day of the window to the day asked about, both included", () => {
    expect(answer(covers(), [reference("2025-11-23", "2026-11-23")])).toBe("held d1");
    expect(answer(covers(), [reference("2025-11-24", "2026-11-23")])).toBe("gap 2025-11-23 2025-11-23");
    expect(answer(covers(), [reference("2025-11-01", "2026-11-22")])).toBe("gap 2026-11-23 2026-11-23");
    expect(answer(covers(), [])).toBe("gap 2025-11-23 2026-11-23");
    expect(answer(covers(), [reference("2025-11-01", null, "2026-11-23")])).toBe("held d1");
    expect(answer(covers(), [reference("2026-12-01", "2027-11-23")])).toBe("gap 2025-11-23 2026-11-23");
  });

  test("two that meet leave no hole, however they lie, and each hole is told", () => {
    const early = reference("2025-01-01", "2026-03-31");
    expect(answer(covers(), [early, reference("2026-04-01", "2026-12-31")])).toBe("held d1 d2");
    expect(answer(covers(), [reference("2026-04-01", "2026-12-31"), early])).toBe("held d2 d1");
    expect(answer(covers(), [early, reference("2025-12-01", "2026-01-01"), reference("2026-04-01", null)])).toBe(
      "gap 2026-11-02 2026-11-23",
    );
    expect(answer(covers(), [early, reference("2026-04-02", "2026-12-31")])).toBe("gap 2026-04-01 2026-04-01");
    expect(answer(covers(), [reference("2026-02-01", "2026-02-28"), reference("2026-05-01", "2026-11-23")])).toBe(
      "gap 2025-11-23 2026-01-31; gap 2026-03-01 2026-04-30",
    );
  });

  test("is not covered by a reference without its first day, or with neither a last day nor the day it was received", () => {
    const whole = "gap 2025-11-23 2026-11-23";
    expect(answer(covers(), [["reference", { periodTo: "2026-11-23" }]])).toBe(whole);
    expect(answer(covers(), [["reference", { periodFrom: "2025-01-01" }]])).toBe(whole);
    expect(answer(covers(), [["reference", {}]])).toBe(whole);
    // A single day counts, at either edge too.
    const [first, day, last] = [
      reference("2025-01-01", "2025-11-23"),
      reference("2026-03-01", "2026-03-01"),
      reference("2026-11-23", "2027-01-01"),
    ];
    const rest = [reference("2025-11-24", "2026-02-28"), reference("2026-03-02", "2026-11-22")];
    expect(answer(covers(), [first, day, last, ...rest])).toBe("held d1 d4 d2 d5 d3");
  });

  test("a hole of so many days is let pass, and one day more is not", () => {
    const held = [reference("2025-01-01", "2026-03-31"), reference("2026-05-01", "2026-11-23")];
    expect(answer(covers({ gapDaysAllowed: 30 }), held)).toBe("held d1 d2");
    expect(answer(covers({ gapDaysAllowed: 29 }), held)).toBe("gap 2026-04-01 2026-04-30");
  });

  test("is explained by another kind of paper only where that is allowed, and needs both of its days", () => {
    const held = [reference("2025-01-01", "2026-03-31"), reference("2026-05-01", "2026-11-23")];
    const explained: Held = ["gap-explanation", { gapFrom: "2026-04-01", gapTo: "2026-04-30" }];
    const orExplainedBy = { orExplainedBy: "gap-explanation" };
    expect(answer(covers(orExplainedBy), [...held, explained])).toBe("held d1 d3 d2");
    expect(answer(covers(), [...held, explained])).toBe("gap 2026-04-01 2026-04-30");
    expect(answer(covers(orExplainedBy), [...held, ["gap-explanation", { gapFrom: "2026-04-01" }]])).toContain("gap");
    // Papers that only lie before or after the window are not named.
    const whole = reference("2025-06-01", "2026-11-23");
    expect(
      answer(covers(), [whole, reference("2020-01-01", "2021-01-01"), reference("2026-12-01", "2026-12-31")]),
    ).toBe("held d1");
    expect(answer(covers(), [reference("2026-11-23", "2025-01-01"), whole])).toBe("held d2");
  });
});

describe("only if", () => {
  const rule = (condition: FactCondition): Rule => ({ onlyIf: { condition, then: { document: { type: "bls" } } } });
  test.each<[FactCondition, FactAnswers, string]>([
    [{ fact: "eppRole", equals: true }, { eppRole: true }, "missing"],
    [{ fact: "eppRole", equals: true }, { eppRole: false }, "not asked"],
    [{ fact: "eppRole", equals: true }, {}, "fact-unknown eppRole"],
    [{ fact: "eppRole", equals: true }, { eppRole: null }, "fact-unknown eppRole"],
    [{ fact: "grade", equals: "core" }, { grade: "" }, "fact-unknown grade"],
    [{ fact: "grade", equals: "core" }, { grade: "Core" }, "missing"],
    [{ fact: "grade", oneOf: ["core", "consultant"] }, { grade: "consultant" }, "missing"],
    [{ fact: "grade", oneOf: ["core", "consultant"] }, { grade: "foundation" }, "not asked"],
    [{ fact: "longestStayAbroadMonths", atLeast: 6 }, { longestStayAbroadMonths: 6 }, "missing"],
    [{ fact: "longestStayAbroadMonths", atLeast: 6 }, { longestStayAbroadMonths: 5 }, "not asked"],
    [{ fact: "longestStayAbroadMonths", atLeast: 6 }, { longestStayAbroadMonths: "6" }, "not asked"],
    [{ fact: "longestStayAbroadMonths", atLeast: 0 }, { longestStayAbroadMonths: 0 }, "missing"],
    [{ fact: "grade", present: true }, { grade: "core" }, "missing"],
    [{ fact: "grade", present: true }, {}, "not asked"],
    [{ fact: "grade", present: false }, {}, "missing"],
    [{ fact: "toString", present: true }, {}, "not asked"],
  ])("%j with %j: %s", (condition, facts, expected) => {
    expect(answer(rule(condition), [], { facts })).toBe(expected);
  });

  test("what is not asked beside what is makes the whole asked, and alone nothing", () => {
    const none = rule({ fact: "eppRole", equals: true });
    const facts = { eppRole: false };
    expect(answer({ allOf: [none, none] }, [], { facts })).toBe("not asked");
    expect(answer({ allOf: [none, { document: { type: "hepb-course" } }] }, [["hepb-course", {}]], { facts })).toBe(
      "held d1",
    );
  });
});
