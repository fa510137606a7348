import { describe, expect, test } from "vitest";
import { paperOf, passesFieldTest, sameValue, tidyValue } from "./paper.ts";
import type { ValidityRule } from "./rule.ts";
import { documentStates } from "./states.ts";
import { validityOf } from "./validity.ts";

const on = "2026-11-23";
type Details = Record<string, unknown>;

/** "valid 2027-01-31 69", or without an end "valid - -". */
function state(rule: ValidityRule, details: Details | null, day = on, subscriptions: Details[] = []): string {
  const held = details && { id: "d1", type: "bls", details };
  const others = subscriptions.map((one, at) => ({ id: `s${at}`, type: "dbs-update-service", details: one }));
  const { status, expiresOn, daysLeft } = validityOf(rule, held, day, others);
  return `${status} ${expiresOn ?? "-"} ${daysLeft ?? "-"}`;
}

const explicit: ValidityRule = { mode: "explicit", until: "until" };
const age: ValidityRule = { mode: "age", from: "from", months: 12 };
const both: ValidityRule = { mode: "both", from: "from", until: "until", months: 12 };
const refresh: ValidityRule = { mode: "refresh", from: "from", until: "until", months: 12 };
const check: ValidityRule = { mode: "check", from: "from", until: "until", days: 30, warnDays: 7 };
const current: ValidityRule = { mode: "current", from: "from", months: 24 };
const never: ValidityRule = { mode: "never", from: "from", until: "until" };

describe("each way to end", () => {
  test.each<[string, ValidityRule, Details | null, string]>([
    ["nothing held", explicit, null, "missing - -"],
    ["explicit", explicit, { until: "2027-11-23" }, "valid 2027-11-23 365"],
    ["explicit without its date", explicit, {}, "awaiting-date - -"],
    ["explicit with a date that does not exist", explicit, { until: "2027-02-30" }, "awaiting-date - -"],
    ["explicit with spaces round the date", explicit, { until: " 2027-11-23 " }, "valid 2027-11-23 365"],
    ["explicit with no text for a date", explicit, { until: 20271123 }, "awaiting-date - -"],
    [
      "explicit, and a period that is not its own",
      { ...explicit, from: "from", months: 1 },
      { from: "2020-01-01", until: "2027-11-23" },
      "valid 2027-11-23 365",
    ],
    [
      "explicit, dated ahead",
      { ...explicit, from: "from" },
      { from: "2027-01-01", until: "2027-11-23" },
      "valid 2027-11-23 365",
    ],
    ["age", age, { from: "2026-06-01" }, "valid 2027-06-01 190"],
    ["age without its date", age, { until: "2027-11-23" }, "awaiting-date - -"],
    ["age dated ahead", age, { from: "2026-11-24" }, "not-yet-valid 2027-11-24 366"],
    ["age of today", age, { from: "2026-11-23" }, "valid 2027-11-23 365"],
    ["both, the printed day earlier", both, { from: "2026-06-01", until: "2027-03-01" }, "valid 2027-03-01 98"],
    ["both, the period earlier", both, { from: "2026-06-01", until: "2029-03-01" }, "valid 2027-06-01 190"],
    ["both without the printed day", both, { from: "2026-06-01" }, "awaiting-date - -"],
    ["both without the date", both, { until: "2029-03-01" }, "awaiting-date - -"],
    ["both, ended by one date while the other is missing", both, { until: "2026-11-22" }, "expired 2026-11-22 -1"],
    ["refresh", refresh, { from: "2026-06-01" }, "valid 2027-06-01 190"],
    [
      "refresh with an earlier printed day",
      refresh,
      { from: "2026-06-01", until: "2027-03-01" },
      "valid 2027-03-01 98",
    ],
    ["refresh with a later printed day", refresh, { from: "2026-06-01", until: "2029-03-01" }, "valid 2027-06-01 190"],
    ["refresh without its date", refresh, { until: "2029-03-01" }, "awaiting-date - -"],
    ["check", check, { from: "2026-11-10" }, "valid 2026-12-10 17"],
    ["check, stale", check, { from: "2026-10-23" }, "expired 2026-11-22 -1"],
    ["check with an earlier printed day", check, { from: "2026-11-10", until: "2026-11-22" }, "expired 2026-11-22 -1"],
    ["check never made", check, {}, "awaiting-date - -"],
    ["current", current, { from: "2026-06-01" }, "valid 2028-06-01 556"],
    ["current without its date", current, {}, "awaiting-date - -"],
    ["current without a period", { mode: "current", from: "from" }, {}, "valid - -"],
    [
      "current without a period, dated ahead",
      { mode: "current", from: "from" },
      { from: "2026-11-24" },
      "not-yet-valid - -",
    ],
    ["never", never, {}, "valid - -"],
    ["never, whatever is printed or dated", never, { from: "2027-01-01", until: "2020-01-01" }, "valid - -"],
  ])("%s", (_name, rule, details, expected) => {
    expect(state(rule, details)).toBe(expected);
  });

  test("the last day counts, and the warning begins so many days before it, that day included", () => {
    expect(state(explicit, { until: "2026-11-23" })).toBe("expiring 2026-11-23 0");
    expect(state(explicit, { until: "2026-11-22" })).toBe("expired 2026-11-22 -1");
    expect(state(explicit, { until: "2027-02-21" })).toBe("expiring 2027-02-21 90");
    expect(state(explicit, { until: "2027-02-22" })).toBe("valid 2027-02-22 91");
    expect(state({ ...explicit, warnDays: 7 }, { until: "2026-11-30" })).toBe("expiring 2026-11-30 7");
    expect(state({ ...explicit, warnDays: 7 }, { until: "2026-12-01" })).toBe("valid 2026-12-01 8");
    expect(state({ ...explicit, warnDays: 0 }, { until: "2026-11-23" })).toBe("expiring 2026-11-23 0");
    expect(state({ ...explicit, warnDays: 0 }, { until: "2026-11-24" })).toBe("valid 2026-11-24 1");
  });

  test("a period of days is counted in days, and of months in calendar months", () => {
    const days: ValidityRule = { mode: "age", from: "from", days: 90 };
    expect(state(days, { from: "2026-08-25" })).toBe("expiring 2026-11-23 0");
    expect(state(days, { from: "2026-08-24" })).toBe("expired 2026-11-22 -1");
    expect(state({ mode: "age", from: "from", months: 1 }, { from: "2027-01-31" }, "2027-02-01")).toContain(
      "2027-02-28",
    );
  });
});

describe("what else is said of a period", () => {
  test("a first good day", () => {
    const rule: ValidityRule = { ...explicit, start: "start" };
    expect(state(rule, { start: "2026-11-24", until: "2027-11-23" })).toBe("not-yet-valid 2027-11-23 365");
    expect(state(rule, { start: "2026-11-23", until: "2027-11-23" })).toBe("valid 2027-11-23 365");
    expect(state(rule, { until: "2027-11-23" })).toBe("valid 2027-11-23 365");
    // Of two beginnings the later.
    const dated = { ...age, start: "start" };
    expect(state(dated, { from: "2026-06-01", start: "2026-11-24" })).toBe("not-yet-valid 2027-06-01 190");
    expect(state(dated, { from: "2026-11-24", start: "2026-06-01" })).toBe("not-yet-valid 2027-11-24 366");
  });

  test("no printed end to wait for, only where it says so", () => {
    const rule: ValidityRule = { ...explicit, noEndIf: "unlimited" };
    expect(state(rule, { unlimited: true })).toBe("valid - -");
    expect(state(rule, { unlimited: false })).toBe("awaiting-date - -");
    expect(state(rule, { unlimited: "true" })).toBe("awaiting-date - -");
    expect(state(rule, {})).toBe("awaiting-date - -");
    expect(state({ ...both, noEndIf: "unlimited" }, { from: "2026-06-01", unlimited: true })).toBe(
      "valid 2027-06-01 190",
    );
  });

  test("another period where a field has one of some values, the first that fits, whole", () => {
    const rule: ValidityRule = {
      ...age,
      months: 3,
      variants: [
        { when: { field: "subtype", oneOf: ["council tax", "mortgage"] }, months: 12 },
        { when: { field: "subtype", oneOf: ["council tax", "weekly"] }, days: 7 },
      ],
    };
    const of = (subtype: string | undefined) => state(rule, { from: "2026-11-20", subtype });
    expect(of("Council  Tax")).toContain("2027-11-20");
    expect(of("mortgage")).toContain("2027-11-20");
    expect(of("weekly")).toContain("2026-11-27");
    expect(of("gas")).toContain("2027-02-20");
    expect(of(undefined)).toContain("2027-02-20");
  });

  test("a day after which nothing of the type is good, if nothing ends it sooner", () => {
    const rule: ValidityRule = { ...explicit, lapsedOn: "2026-11-22" };
    expect(state(rule, { until: "2029-01-01" })).toBe("expired 2026-11-22 -1");
    expect(state(rule, { until: "2026-11-01" })).toBe("expired 2026-11-01 -22");
    expect(state(rule, {})).toBe("expired 2026-11-22 -1");
    expect(state(rule, { until: "2029-01-01" }, "2026-11-22")).toBe("expiring 2026-11-22 0");
    expect(state({ mode: "never", lapsedOn: "2026-11-22" }, {})).toBe("expired 2026-11-22 -1");
  });

  test("ends that repeat: the first on or after the look-up, by the value of a field or for all", () => {
    const rule: ValidityRule = {
      ...explicit,
      fixedWindows: {
        key: "job",
        asOf: "seen",
        everyMonths: 24,
        anchors: { dietitian: "2026-06-30", all: "2026-05-31" },
      },
    };
    const of = (seen: string | null, job: unknown = "dietitian") =>
      state(rule, { seen, job }, "2024-01-01").split(" ")[1];
    expect(of("2026-06-30")).toBe("2026-06-30");
    expect(of("2026-07-01")).toBe("2028-06-30");
    expect(of("2024-07-01")).toBe("2026-06-30");
    expect(of("2024-06-30")).toBe("2024-06-30");
    expect(of("2024-06-01")).toBe("2024-06-30");
    expect(of("2026-05-31", "other")).toBe("2026-05-31");
    expect(of("2026-06-01", 7)).toBe("2028-05-31");
    expect(of("2026-06-01", "toString")).toBe("2028-05-31");
    expect(of(null)).toBe("-");
    expect(state(rule, { seen: "2026-07-01", job: "dietitian", until: "2027-01-01" })).toContain("2027-01-01");
    const noneForAll = { ...explicit, fixedWindows: { asOf: "seen", everyMonths: 12, anchors: { x: "2026-05-31" } } };
    expect(state(noneForAll, { seen: "2026-07-01" })).toBe("awaiting-date - -");
    const standing = { ...explicit, fixedWindows: { asOf: "seen", everyMonths: 0, anchors: { all: "2026-05-31" } } };
    expect(state(standing, { seen: "2026-07-01" })).toBe("awaiting-date - -");
    const monthly = { ...explicit, fixedWindows: { asOf: "seen", everyMonths: 1, anchors: { all: "2026-05-31" } } };
    expect(state(monthly, { seen: "2027-02-10" })).toContain("2027-02-28");
  });

  test("an end that follows from another day, from when that applies on", () => {
    const rule: ValidityRule = { ...explicit, derive: { from: "joined", months: 60, appliesFrom: "2026-04-01" } };
    expect(state(rule, { joined: "2026-04-01" })).toContain("valid 2031-04-01");
    expect(state(rule, { joined: "2026-03-31" })).toBe("awaiting-date - -");
    expect(state(rule, {})).toBe("awaiting-date - -");
    expect(state(rule, { joined: "2026-04-01", until: "2027-11-23" })).toBe("valid 2027-11-23 365");
  });
});

describe("a certificate with the Update Service", () => {
  const rule: ValidityRule = { ...age, unless: { type: "dbs-update-service", matching: "number" } };
  const old = { number: "001", from: "2024-06-01" };
  const live = { number: "001", subscriptionStartsOn: "2024-06-10", subscriptionEndsOn: "2027-06-09" };
  test.each<[string, Details, Details[], string]>([
    ["none", old, [], "expired 2025-06-01 -540"],
    ["live", old, [live], "valid 2027-06-09 198"],
    [
      "live, and the certificate's own period later",
      { number: "001", from: "2026-11-01" },
      [{ ...live, subscriptionEndsOn: "2027-01-01" }],
      "valid 2027-11-01 343",
    ],
    ["live, of a certificate without its date", { number: "001" }, [live], "valid 2027-06-09 198"],
    ["of another number", old, [{ ...live, number: "002" }], "expired 2025-06-01 -540"],
    ["without a number on either", { from: "2024-06-01" }, [{ ...live, number: undefined }], "expired 2025-06-01 -540"],
    ["ends today", old, [{ ...live, subscriptionEndsOn: on }], "expiring 2026-11-23 0"],
    ["ended yesterday", old, [{ ...live, subscriptionEndsOn: "2026-11-22" }], "expired 2025-06-01 -540"],
    ["begins today", old, [{ ...live, subscriptionStartsOn: on }], "valid 2027-06-09 198"],
    ["begins tomorrow", old, [{ ...live, subscriptionStartsOn: "2026-11-24" }], "expired 2025-06-01 -540"],
    ["without a first day", old, [{ ...live, subscriptionStartsOn: null }], "valid 2027-06-09 198"],
    ["without a last day", old, [{ ...live, subscriptionEndsOn: null }], "expired 2025-06-01 -540"],
    ["no match", old, [{ ...live, lastResult: "NO_MATCH_FOUND" }], "expired 2025-06-01 -540"],
    ["no new information", old, [{ ...live, lastResult: "BLANK_NO_NEW_INFO" }], "valid 2027-06-09 198"],
    ["new information today", old, [{ ...live, lastResult: "NEW_INFO", lastCheckedOn: on }], "expired 2026-11-22 -1"],
    [
      "new information, dated ahead",
      old,
      [{ ...live, lastResult: "NEW_INFO", lastCheckedOn: "2026-11-24" }],
      "valid 2027-06-09 198",
    ],
    ["new information, without its day", old, [{ ...live, lastResult: "NEW_INFO" }], "expired 2025-06-01 -540"],
    [
      "new information outweighs a live one",
      old,
      [live, { ...live, lastResult: "NEW_INFO", lastCheckedOn: "2026-11-10" }],
      "expired 2026-11-09 -14",
    ],
    ["of two live ones the longer", old, [live, { ...live, subscriptionEndsOn: "2028-06-09" }], "valid 2028-06-09 564"],
    [
      "of two live ones the longer, in any order",
      old,
      [{ ...live, subscriptionEndsOn: "2028-06-09" }, live],
      "valid 2028-06-09 564",
    ],
  ])("%s", (_name, certificate, subscriptions, expected) => {
    expect(state(rule, certificate, on, subscriptions)).toBe(expected);
  });

  test("a rule without the Update Service looks at no subscription", () => {
    expect(state(age, old, on, [live])).toBe("expired 2025-06-01 -540");
  });

  test("among all papers held, the subscription of the same number is found, however it is typed", () => {
    const certificate = (id: string, certificateNumber: unknown) => ({
      id,
      type: "dbs-certificate",
      details: { certificateNumber, issueDate: "2024-06-01" },
    });
    const subscription = (id: string, certificateNumber: unknown, subscriptionEndsOn: string) => ({
      id,
      type: "dbs-update-service",
      details: { certificateNumber, subscriptionEndsOn },
    });
    const states = documentStates(
      [
        certificate("kept", "a1"),
        certificate("other", "b2"),
        certificate("none", null),
        subscription("one", " A1 ", "2027-06-09"),
        subscription("two", "a1", "2027-09-09"),
        subscription("three", "c3", "2029-01-01"),
        { id: "unknown", type: "no-such-type", details: {} },
      ],
      on,
    );
    expect(states.get("kept")).toEqual({ status: "valid", expiresOn: "2027-09-09", daysLeft: 290 });
    expect(states.get("other")).toMatchObject({ status: "expired", expiresOn: "2025-06-01" });
    expect(states.get("none")?.status).toBe("expired");
    expect(states.get("unknown")).toEqual({ status: "valid", expiresOn: null, daysLeft: null });
  });
});

describe("a detail", () => {
  const paper = paperOf({
    ...{ id: "d1", type: "bls", originalSeen: true },
    details: { text: " x ", empty: " ", nothing: null, no: false, zero: 0, day: "2026-02-28", bad: "2026-02-30" },
  });
  test("that is empty is not filled in; no and nought are", () => {
    expect(["text", "empty", "nothing", "absent", "toString"].map((field) => paper.value(field))).toEqual([
      " x ",
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect([paper.value("no"), paper.value("zero")]).toEqual([false, 0]);
    expect([paper.day("day"), paper.day("day"), paper.day("bad"), paper.day("no"), paper.day("empty")]).toEqual([
      ...[20512, 20512],
      ...[null, null, null],
    ]);
    expect([paper.typeId, paper.type?.id, paper.originalSeen]).toEqual(["bls", "bls", true]);
    expect(paperOf({ id: "d2", type: "none", details: {} })).toMatchObject({ type: undefined, originalSeen: false });
  });

  test("is the same text without regard to case, spaces and how letters are composed; other kinds are as they are", () => {
    expect(tidyValue("  Ren\u0065\u0301e \t  SMITH ")).toBe("ren\u00e9e smith");
    expect(sameValue("A  b", "a B")).toBe(true);
    expect(sameValue("a", "b")).toBe(false);
    expect([sameValue(1, 1), sameValue(1, "1"), sameValue(true, "true"), sameValue(undefined, undefined)]).toEqual([
      ...[true, false, false, true],
    ]);
  });

  test("passes a test of its own only when it is filled in", () => {
    expect(passesFieldTest(paper, { field: "text", present: true })).toBe(true);
    expect(passesFieldTest(paper, { field: "empty", present: true })).toBe(false);
    expect(passesFieldTest(paper, { field: "text", oneOf: ["y", "X"] })).toBe(true);
    expect(passesFieldTest(paper, { field: "text", oneOf: ["y"] })).toBe(false);
    expect(passesFieldTest(paper, { field: "empty", oneOf: [""] })).toBe(false);
  });
});
