// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, test } from "vitest";
import type { FactAnswers } from "../profiles/profile.ts";
import type { Requirement, Rule } from "../requirements/rule.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { doNext } from "./do-next.ts";
import { heldUntil } from "./held-until.ts";
import { nextBreak } from "./next-break.ts";
import { originalMustBeShown, originalsToShow } from "./originals.ts";
import { readinessOf } from "./readiness.ts";

const wants = (id: string, rule: Rule = { document: { type: id } }): Requirement => ({
  id,
  title: `T ${id}`,
  why: "",
  rule,
});
const paper = (id: string, type: string, details: HeldDocument["details"] = {}): HeldDocument => ({
  id,
  type,
  details,
});
const bls = (id: string, completedOn: string) => paper(id, "bls", { completedOn });
const onlyIf = (fact: string, then: Rule): Rule => ({ onlyIf: { condition: { fact, equals: true }, then } });
const surgery = wants("surgery", onlyIf("eppRole", { document: { type: "epp-hiv" } }));

describe("readiness", () => {
  test("counts what is asked and held, says what is missing, and asks each open question once", () => {
    const abroad = wants("abroad", onlyIf("trainedOutsideUk", { document: { type: "overseas-police" } }));
    const again = wants("again", onlyIf("eppRole", { document: { type: "epp-hepc" } }));
    const half = wants("half", { allOf: [surgery.rule, { document: { type: "cv" } }] });
    const list = [wants("bls"), surgery, again, abroad, half, wants("fire-safety")];
    const readiness = readinessOf(list, [bls("b", "2026-06-01")], { on: today, facts: { trainedOutsideUk: false } });
    expect(readiness).toMatchObject({ on: today, asked: 5, held: 1, ready: false, openQuestions: ["eppRole"] });
    expect(readiness.requirements).toEqual([
      { id: "bls", title: "T bls", need: "before-first-shift", state: "held", missing: [], documents: ["b"] },
      expect.objectContaining({ id: "surgery", state: "cannot-tell", documents: [] }),
      expect.objectContaining({ id: "again", state: "cannot-tell" }),
      expect.objectContaining({ id: "abroad", state: "not-asked", missing: [], documents: [] }),
      // A question is open, and something is known to be missing: that is a no.
      expect.objectContaining({ id: "half", state: "not-held" }),
      expect.objectContaining({
        id: "fire-safety",
        state: "not-held",
        missing: [{ type: "fire-safety", reason: "missing" }],
      }),
    ]);
    expect(
      readinessOf([wants("bls"), surgery], [bls("b", "2026-06-01")], { on: today, facts: { eppRole: false } }),
    ).toMatchObject({ asked: 1, held: 1, ready: true, openQuestions: [] });
    expect(readinessOf([], [], { on: today })).toMatchObject({ asked: 0, held: 0, ready: true });
  });

  test("counts the originals that are used and not seen: not those that are not used, or of which a copy will do", () => {
    const passport = paper("p", "passport", { expiryDate: "2030-01-01" });
    const spare = paper("s", "driving-licence", { expiryDate: "2030-01-01" });
    const of = (held: HeldDocument[], ...list: Requirement[]) => readinessOf(list, held, { on: today }).originalsToShow;
    expect(of([passport, spare, bls("b", "2026-06-01")], wants("passport"), wants("bls"))).toEqual(["p"]);
    expect(of([{ ...passport, originalSeen: true }], wants("passport"))).toEqual([]);
    expect(of([{ ...passport, originalSeen: false }], wants("passport"))).toEqual(["p"]);
    expect(
      of([passport], wants("both", { allOf: [{ document: { type: "passport" } }, { document: { type: "cv" } }] })),
    ).toEqual([]);
    expect(originalsToShow.types.every(originalMustBeShown)).toBe(true);
    expect(originalMustBeShown("bls")).toBe(false);
  });

  test("of a day that does not exist is refused, whichever day it is", () => {
    expect(() => readinessOf([], [], { on: "2026-02-30" })).toThrow(RangeError);
    expect(() => readinessOf([], [], { on: today, shownOn: "yesterday" })).toThrow(RangeError);
    expect(() => nextBreak([], [], { from: "2026-13-01" })).toThrow(RangeError);
    expect(() => heldUntil([], [], { from: "" })).toThrow(RangeError);
  });
});

describe("the next break", () => {
  const fire = (completedOn: string) => paper("f", "fire-safety", { completedOn });
  test("is the earliest day, with everything that breaks on it and why", () => {
    const list = [wants("bls"), wants("fire-safety"), wants("birth-certificate")];
    const held = [bls("b", "2026-03-01"), fire("2026-02-01"), paper("c", "birth-certificate")];
    expect(nextBreak(list, held, { from: today })).toEqual({
      on: "2027-02-02",
      requirements: [{ id: "fire-safety", missing: [{ type: "fire-safety", reason: "expired" }] }],
    });
    const together = nextBreak(list, [bls("b", "2026-03-01"), fire("2026-03-01")], { from: today });
    expect(together?.on).toBe("2027-03-02");
    expect(together?.requirements.map(({ id }) => id)).toEqual(["bls", "fire-safety"]);
    const reversed = nextBreak([...list].reverse(), held, { from: today });
    expect(reversed).toMatchObject({ on: "2027-02-02", requirements: [{ id: "fire-safety" }] });
  });

  test("is none where nothing is held or nothing ends, and is found past a paper that another one follows", () => {
    expect(nextBreak([wants("bls")], [], { from: today })).toBeNull();
    expect(nextBreak([wants("bls")], [bls("b", "2025-11-22")], { from: today })).toBeNull();
    expect(nextBreak([wants("birth-certificate")], [paper("c", "birth-certificate")], { from: today })).toBeNull();
    expect(nextBreak([surgery], [], { from: today, facts: { eppRole: false } })).toBeNull();
    // Good from the day after the first one ends.
    const follows = [
      paper("a", "indemnity", { startDate: "2026-01-01", endDate: "2026-12-31" }),
      paper("b", "indemnity", { startDate: "2027-01-01", endDate: "2027-12-31" }),
    ];
    expect(nextBreak([wants("indemnity")], follows, { from: today })?.on).toBe("2028-01-01");
    expect(heldUntil([wants("indemnity")], follows, { from: today }).get("indemnity")).toBe("2027-12-31");
    const late = [follows[0], paper("b", "indemnity", { startDate: "2027-01-02", endDate: "2027-12-31" })].flatMap(
      (one) => one ?? [],
    );
    expect(nextBreak([wants("indemnity")], late, { from: today })).toMatchObject({
      on: "2027-01-01",
      requirements: [{ missing: [{ reason: "expired" }] }],
    });
    expect(heldUntil([wants("indemnity")], late, { from: today }).get("indemnity")).toBe("2026-12-31");
  });

  test("of parts is that of the first to end, of a choice that of the last, and of several of one kind that of the last needed", () => {
    const held = [bls("b", "2026-03-01"), fire("2026-02-01")];
    const parts: Rule[] = [{ document: { type: "bls" } }, { document: { type: "fire-safety" } }];
    const until = (rule: Rule, papers = held) => heldUntil([wants("x", rule)], papers, { from: today }).get("x");
    expect(until({ allOf: parts })).toBe("2027-02-01");
    expect(until({ anyOf: parts })).toBe("2027-03-01");
    expect(until({ anyOf: [...parts].reverse() })).toBe("2027-03-01");
    const three = [bls("a", "2026-01-01"), bls("b", "2026-03-01"), bls("c", "2026-05-01")];
    expect(until({ nOf: { count: 1, type: "bls" } }, three)).toBe("2027-05-01");
    expect(until({ nOf: { count: 2, type: "bls" } }, three)).toBe("2027-03-01");
    expect(until({ nOf: { count: 3, type: "bls" } }, three)).toBe("2027-01-01");
    expect(
      until({ allOf: [{ nOf: { count: 2, type: "bls" } }, parts[1] ?? { anyOf: [] }], eachDocumentOnce: true }, [
        ...three,
        fire("2026-02-01"),
      ]),
    ).toBe("2027-02-01");
    expect(until({ document: { type: "bls", maxAgeMonths: 9 } }, three)).toBe("2027-02-01");
    expect(
      until({ document: { type: "bls", maxAgeMonths: 9 } }, [
        paper("e", "bls", { completedOn: "2026-05-01", expiryDate: "2026-12-24" }),
      ]),
    ).toBe("2026-12-24");
  });

  test("of a stretch of time is when the hole since the last paper has grown too long", () => {
    const reference = (id: string, periodFrom: string, periodTo: string) =>
      paper(id, "reference", { periodFrom, periodTo });
    const until = (gapDaysAllowed: number, ...held: HeldDocument[]) =>
      heldUntil([wants("x", { covers: { type: "reference", months: 12, gapDaysAllowed } })], held, { from: today }).get(
        "x",
      );
    const whole = reference("a", "2025-01-01", "2026-11-30");
    expect(until(0, whole)).toBe("2026-11-30");
    expect(until(31, whole)).toBe("2026-12-31");
    expect(until(31, whole, reference("b", "2027-01-01", "2027-02-28"))).toBe("2027-03-31");
    expect(until(31, whole, reference("b", "2027-01-02", "2027-02-28"))).toBe("2026-12-31");
    expect(until(0, reference("a", "2025-01-01", "2026-11-22"))).toBeUndefined();
  });
});

describe("what to do next", () => {
  const next = (
    list: Requirement[],
    held: HeldDocument[],
    more: { facts?: FactAnswers; unexplainedNames?: string[] } = {},
  ) => doNext({ askings: [{ key: "acme", requirements: list }], held, on: today, facts: {}, ...more });

  test("says why, what it is, and how long it takes", () => {
    expect(next([wants("dbs-certificate")], [])).toEqual([
      {
        ...{ kind: "add", title: "DBS certificate", type: "dbs-certificate", documentId: null, fact: null },
        ...{ why: "One requirement wants it. Getting one takes about four weeks", unlocks: 1, leadDays: 28 },
      },
    ]);
    expect(next([wants("fire-safety"), wants("again", { document: { type: "fire-safety" } })], [])[0]).toMatchObject({
      why: "2 requirements want it",
      unlocks: 2,
      leadDays: 0,
    });
  });

  test("asks a question, an explanation of a name, and a date", () => {
    expect(next([surgery], [])).toMatchObject([
      { kind: "answer", fact: "eppRole", why: "We cannot tell one requirement before you answer", type: null },
    ]);
    const two = [surgery, wants("more", onlyIf("eppRole", { document: { type: "epp-hepc" } }))];
    expect(next(two, [])).toMatchObject([
      { kind: "answer", unlocks: 2, why: "We cannot tell 2 requirements before you answer" },
    ]);
    expect(next([], [], { unexplainedNames: ["p", "q"] })).toMatchObject([
      { kind: "explain-name", type: "name-change", documentId: "p", unlocks: 1 },
    ]);
    expect(next([], [])).toEqual([]);
    expect(next([wants("bls")], [paper("b", "bls")])).toMatchObject([
      { kind: "fill-in", title: "Basic life support", type: "bls", documentId: "b", unlocks: 1 },
    ]);
    // A question is not asked where something else is known to be missing: that comes first.
    expect(
      next([wants("half", { allOf: [surgery.rule, { document: { type: "cv" } }] })], []).map(({ kind }) => kind),
    ).not.toContain("answer");
  });

  test("shows originals only when nothing else is left, each with how many want it", () => {
    const passport = paper("p", "passport", { expiryDate: "2030-01-01" });
    expect(next([wants("passport")], [passport])).toMatchObject([
      { kind: "show-original", title: "Show the original: Passport", documentId: "p", unlocks: 1 },
    ]);
    expect(next([wants("passport")], [passport])[0]?.why).toMatch(/^One agency wants/);
    expect(next([wants("passport"), wants("bls")], [passport]).map(({ kind }) => kind)).toEqual(["add"]);
    const twice = doNext({
      askings: ["acme", "harbour"].map((key) => ({ key, requirements: [wants("passport")] })),
      ...{ held: [passport], on: today },
    });
    expect(twice[0]).toMatchObject({ unlocks: 2, why: expect.stringMatching(/^2 agencies want/) });
  });
});
