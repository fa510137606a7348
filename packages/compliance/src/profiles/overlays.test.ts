import { describe, expect, test } from "vitest";
import type { Requirement } from "../requirements/rule.ts";
import { profileChanges } from "./changes.ts";
import { withOverlays } from "./overlays.ts";
import type { Overlay } from "./profile.ts";
import { starterOverlay, starterProfile } from "./starters.ts";

const wants = (id: string, type = "bls"): Requirement => ({ id, title: id, why: "", rule: { document: { type } } });
const overlay = (change: Partial<Overlay>): Overlay => ({
  id: "o",
  name: "o",
  kind: "overlay",
  appliesTo: { roles: ["nurse"], nations: ["wales"], setting: "any" },
  version: "1",
  ...change,
});
const ids = (requirements: readonly Requirement[]) => requirements.map((one) => one.id);

describe("overlays", () => {
  const base = { requirements: [wants("a"), wants("b")] };
  test("remove, then replace, then add", () => {
    const all = overlay({
      remove: ["a"],
      replace: [wants("a", "als"), wants("b", "als")],
      add: [wants("c"), wants("b", "nls")],
    });
    const result = withOverlays(base, [all], {});
    expect(ids(result)).toEqual(["b", "c"]);
    expect(result[0]?.rule).toEqual({ document: { type: "nls" } });
  });
  test("ignore what the base lacks", () => {
    expect(withOverlays(base, [overlay({ remove: ["x"], replace: [wants("x")] })], {})).toEqual(base.requirements);
  });
  test("replace under a condition only when it holds, and leave no condition behind", () => {
    const when = { fact: "role", equals: "pharmacist" };
    const conditional = overlay({ replace: [{ ...wants("a", "als"), when }] });
    expect(withOverlays(base, [conditional], { role: "nurse" })).toEqual(base.requirements);
    expect(withOverlays(base, [conditional], {})).toEqual(base.requirements);
    expect(withOverlays(base, [conditional], { role: "pharmacist" })[0]).toEqual(wants("a", "als"));
  });
  test("work one on top of the other, and never change the base", () => {
    const before = JSON.stringify(base);
    const result = withOverlays(base, [overlay({ add: [wants("c")] }), overlay({ remove: ["c"] })], {});
    expect(ids(result)).toEqual(["a", "b"]);
    expect(JSON.stringify(base)).toBe(before);
  });
  test("carry the doctor's profile to Scotland: PVG takes the place of DBS", () => {
    const profile = starterProfile("nhs-hospital-doctor-agency");
    const scotland = starterOverlay("overlay-scotland");
    if (!profile || !scotland) throw new Error("no starter data");
    const check = withOverlays(profile, [scotland], {}).find((one) => one.id === "criminal-record-check");
    expect(check?.title).toBe("PVG membership");
  });
});

describe("changes between versions", () => {
  test("are what was added, removed and changed, and nothing when it was saved again unchanged", () => {
    const before = [wants("a"), wants("b"), wants("c")];
    const { why, ...rest } = wants("a");
    const after = [{ why, ...rest }, wants("b", "als"), wants("d")];
    const changes = profileChanges(before, after);
    expect(ids(changes.added)).toEqual(["d"]);
    expect(ids(changes.removed)).toEqual(["c"]);
    expect(changes.changed.map((one) => one.after.id)).toEqual(["b"]);
  });
});
