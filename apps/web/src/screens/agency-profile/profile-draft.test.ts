import { checkProfile, type Profile, starterProfile } from "@locum-passport/compliance";
import { describe, expect, test } from "vitest";
import { ask, fromStarter, putBack, takeOut, typeNumber, withRequirement, withTakenOut } from "./profile-draft.ts";
import { draftFaults, faultsAt, fieldAt } from "./profile-faults.ts";

const doctor = starterProfile("nhs-hospital-doctor-agency") as Profile;
const five = starterProfile("quick-start-five") as Profile;
const begun = (nation: "england" | "scotland" = "england") => fromStarter(doctor, nation, "Acme");
const ids = (draft: ReturnType<typeof begun>) => draft.profile.requirements.map(({ id }) => id);

describe("a first list", () => {
  test("is a starter profile under the agency's name, and can be saved as it is", () => {
    const draft = begun();
    expect(draft).toMatchObject({ baseVersion: 0, profile: { name: "What Acme asks for" } });
    expect(draft.profile.note).toBeUndefined();
    expect(ids(draft)).toEqual(doctor.requirements.map(({ id }) => id));
    expect(draftFaults(draft)).toEqual([]);
    expect(checkProfile(draft.profile, { on: "2026-11-26" }).errors).toEqual([]);
  });

  test("asks for what the nation of the work knows", () => {
    const scottish = begun("scotland");
    expect(scottish.profile.appliesTo.nations).toEqual(["scotland"]);
    expect(JSON.stringify(scottish.profile)).toContain('"pvg"');
    expect(JSON.stringify(begun().profile)).not.toContain('"pvg"');
    expect(fromStarter(five, "scotland", "Acme").profile.appliesTo.nations).toHaveLength(4);
  });
});

describe("changing a list", () => {
  test("what was taken out goes back to its place", () => {
    const draft = begun();
    const [first, second] = ids(draft);
    if (!first || !second) throw new Error("No requirements");
    const without = takeOut(takeOut(draft, first), second);
    expect(ids(without)).toEqual(ids(draft).slice(2));
    expect(withTakenOut(without)).toEqual(draft.profile.requirements);
    expect(ids(putBack(putBack(without, second), first))).toEqual(ids(draft));
    expect(takeOut(draft, "no such thing")).toBe(draft);
  });

  test("what is added has an id that nothing has or had, and must say why", () => {
    const once = ask(begun(), "fire-safety");
    const twice = ask(takeOut(once.draft, once.id), "fire-safety");
    expect(new Set([once.id, twice.id, ...ids(begun())]).size).toBe(ids(begun()).length + 2);
    expect(draftFaults(once.draft)).toEqual([{ field: `${once.id}.why`, message: "Say why you ask for Fire safety" }]);
  });

  test("a number that is none stays as typed, is told at its field, and spoils no rule", () => {
    const draft = begun();
    const [one] = draft.profile.requirements;
    if (!one) throw new Error("No requirements");
    const field = `${one.id}.rule.document.age`;
    const slipped = typeNumber(draft, field, "1o", () => ({ ...one, title: "changed" }), 1200);
    expect(slipped.profile).toBe(draft.profile);
    expect(draftFaults(slipped)).toEqual([{ field, message: expect.stringContaining("not “1o”") }]);
    const mended = typeNumber(slipped, field, "10", (n) => ({ ...one, title: `changed to ${n}` }), 1200);
    expect(mended.typed).toEqual({});
    expect(mended.profile.requirements[0]?.title).toBe("changed to 10");
    expect(draftFaults(takeOut(slipped, one.id))).toEqual([]);
    for (const text of ["", "0", "1201", "-3", "1.5", "١"])
      expect(typeNumber(draft, field, text, () => one, 1200).typed).toEqual({ [field]: text });
  });
});

describe("a fault that the service names", () => {
  test("is told at its control, else at its part of the rule, else at the requirement, else for the whole", () => {
    const { profile } = begun();
    const at = profile.requirements.findIndex(({ rule }) => "document" in rule);
    const requirement = profile.requirements[at];
    if (!requirement) throw new Error("No plain requirement");
    const place = `requirements[${at}]`;
    expect(fieldAt(`${place}.rule.document.maxAgeMonths`, profile)).toBe(`${requirement.id}.rule.document.age`);
    expect(fieldAt(`${place}.rule.document`, profile)).toBe(`${requirement.id}.rule.document`);
    expect(fieldAt(`${place}.rule.document.where.audience`, profile)).toBe(`${requirement.id}.rule.document`);
    expect(fieldAt(`${place}.rule`, profile)).toBe(requirement.id);
    expect(fieldAt(`${place}.title`, profile)).toBe(`${requirement.id}.title`);
    expect(fieldAt("appliesTo.roles", profile)).toBe("appliesTo.roles");
    expect(fieldAt("profile.requirements", profile)).toBe("requirements");
    expect(fieldAt("requirements[999].title", profile)).toBe("");
    expect(fieldAt("profile.hello", profile)).toBe("");
  });

  test("every fault of a real check leads somewhere", () => {
    const { draft, id } = ask(begun(), "passport");
    const added = draft.profile.requirements.at(-1);
    if (!added) throw new Error("Nothing was added");
    const aged = withRequirement(draft, { ...added, rule: { document: { type: "passport", maxAgeMonths: 12 } } });
    const { errors } = checkProfile({ ...aged.profile }, { on: "2026-11-26" });
    const told = faultsAt(errors, aged.profile);
    expect(told).toContainEqual({ field: `${id}.why`, message: expect.any(String) });
    const dated = withRequirement(aged, {
      ...added,
      why: "x",
      rule: { document: { type: "passport", maxAgeMonths: 9 } },
    });
    expect(faultsAt(checkProfile(dated.profile, { on: "2026-11-26" }).errors, dated.profile)).toEqual([
      { field: `${id}.rule.document`, message: expect.stringContaining("no date to count an age from") },
    ]);
  });
});
