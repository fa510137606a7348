// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { today } from "../testing/people.ts";
import { checkProfile } from "./check-profile.ts";
import { starterProfiles } from "./starters.ts";

const withRule = (rule: unknown) => ({
  id: "x",
  name: "SPECIMEN agency",
  kind: "profile",
  appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
  version: "1",
  requirements: [{ id: "r", title: "T", why: "W", rule }],
});
const onlyIf = (condition: object) => ({ onlyIf: { condition, then: { document: { type: "bls" } } } });
const errorsOf = (json: unknown) =>
  checkProfile(json, { on: today }).errors.map(({ at, message }) => `${at}: ${message}`);
const errorsOfRule = (rule: unknown) => errorsOf(withRule(rule));

test.each(starterProfiles.map((profile) => [profile.id, profile] as const))(
  "the starter profile %s is well written",
  (_id, profile) => {
    expect(checkProfile(JSON.parse(JSON.stringify(profile)), { on: today })).toEqual({ profile, errors: [] });
  },
);

describe("an author is told where and what", () => {
  test.each([
    [{ document: { type: "blz" } }, 'There is no document type "blz"'],
    [{ document: { type: "other" } }, 'There is no document type "other"'],
    [{ document: { type: "rtw-brp" } }, "accepted no longer, since 2024-12-31"],
    [{ document: { type: "bls", where: { audience: "everyone" } } }, "No document can meet this"],
    [{ document: { type: "bls", level: 2 } }, 'Basic life support has no detail "level"'],
    [{ document: { type: "passport", maxAgeMonths: 12 } }, "no date to count an age from"],
    [{ document: { type: "bls", maxAgeMonth: 12 } }, 'There is no "maxAgeMonth" here'],
    [{ document: { type: "bls", maxAgeMonths: 0 } }, "a whole number from 1"],
    [
      { nOf: { count: 3, type: ["passport", "driving-licence"], distinctBy: "type" } },
      "3 different types are asked for, out of 2",
    ],
    [{ nOf: { count: 2, type: "bls", distinctBy: "issuer" } }, 'has no detail "issuer"'],
    [
      { onlyIf: { condition: { fact: "eppRoles", equals: true }, then: { document: { type: "bls" } } } },
      'no question "eppRoles"',
    ],
    [
      { onlyIf: { condition: { fact: "grade", oneOf: ["boss"] }, then: { document: { type: "bls" } } } },
      '"boss" is no answer',
    ],
    [{ onlyIf: { condition: { fact: "eppRole" }, then: { document: { type: "bls" } } } }, "exactly one of: equals"],
    [{ allOf: [] }, "a list of 1 or more"],
    [{ document: { type: "bls" }, anyOf: [] }, "exactly one of"],
    [{ allOf: [{ document: { type: "bls" } }], sameField: "certificateNumber" }, 'has no detail "certificateNumber"'],
    [{ covers: { type: "bls", months: 12 } }, 'has no detail "periodFrom"'],
    ["bls", "a rule in curly brackets"],
    [onlyIf({ fact: "eppRole", equals: "yes" }), '"yes" is no answer to "eppRole". It is answered by true or false'],
    [onlyIf({ fact: "longestStayAbroadMonths", oneOf: ["six"] }), "It is answered by a number, without quotes"],
    [onlyIf({ fact: "grade", equals: 3 }), '"3" is no answer to "grade". There are: foundation'],
    [onlyIf({ fact: "eppRole", atLeast: 1 }), 'The answer to "eppRole" is no number. It is answered by true or false'],
    [{ document: { type: "bls", maxAgeMonths: 6, maxAgeDays: 30 } }, "not both: maxAgeMonths, maxAgeDays"],
    [{ document: { type: "bls", issuedWithinMonths: 6, anyAge: true } }, "not both: issuedWithinMonths, anyAge"],
    [{ document: { type: "safeguarding-children", levelExact: true } }, 'Add "level" to it'],
    [{ document: { type: "bls", where: { completedOn: "soon" } } }, "No document can meet this"],
    [
      { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer", where: { issuer: "Northern Bank" } } },
      '2 different values of "issuer" are asked for, out of 1',
    ],
    [
      { nOf: { count: 3, type: "proof-of-address", distinctBy: "issuer", where: { issuer: { oneOf: ["A", "B"] } } } },
      'of "issuer" are asked for, out of 2',
    ],
    [
      { nOf: { count: 1, type: "proof-of-address", distinctBy: "issuer", where: { issuer: { present: false } } } },
      'of "issuer" are asked for, out of 0',
    ],
  ])("%j", (rule, message) => {
    const errors = errorsOfRule(rule);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(message);
    expect(errors[0]).toMatch(/^requirements\[0\]\.rule/);
  });

  test.each([
    onlyIf({ fact: "eppRole", equals: false }),
    onlyIf({ fact: "longestStayAbroadMonths", atLeast: 6 }),
    onlyIf({ fact: "longestStayAbroadMonths", equals: 6 }),
    onlyIf({ fact: "grade", oneOf: ["core", "consultant"] }),
    onlyIf({ fact: "grade", present: true }),
    { document: { type: "passport", anyAge: true } },
    { document: { type: "safeguarding-children", level: 3, levelExact: true } },
    { document: { type: "bls", where: { completedOn: "2026-03-01" } } },
    { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer", where: { issuer: { oneOf: ["A", "B"] } } } },
    { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer", where: { issuer: { present: true } } } },
  ])("and not troubled with what can be met: %j", (rule) => {
    expect(errorsOfRule(rule)).toEqual([]);
  });

  test("every fault at once, with its place", () => {
    const errors = errorsOfRule({ anyOf: [{ document: { type: "a" } }, { allOf: [{ document: { type: "b" } }] }] });
    expect(errors).toEqual([
      'requirements[0].rule.anyOf[0].document.type: There is no document type "a"',
      'requirements[0].rule.anyOf[1].allOf[0].document.type: There is no document type "b"',
    ]);
  });

  test("two requirements of one id, no requirements, and something else altogether", () => {
    const twice = withRule({ document: { type: "bls" } });
    expect(errorsOf({ ...twice, requirements: [...twice.requirements, ...twice.requirements] })[0]).toContain(
      "is there already",
    );
    expect(errorsOf({ ...twice, requirements: [] })).toHaveLength(1);
    for (const nothing of [null, 3, "x", []]) expect(errorsOf(nothing)).toHaveLength(1);
  });

  test("rules nested without end", () => {
    const nested = JSON.parse(`${'{"allOf":['.repeat(200)}{"document":{"type":"bls"}}${"]}".repeat(200)}`);
    expect(errorsOfRule(nested)[0]).toContain("deep at most");
  });

  test("nothing that is not a profile passes or breaks it", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void expect(checkProfile(json, { on: today }).profile).toBeNull()));
    fc.assert(fc.property(fc.jsonValue(), (rule) => void expect(errorsOfRule(rule).length).toBeGreaterThan(0)));
  });
});
