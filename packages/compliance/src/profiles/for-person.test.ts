import { describe, expect, test } from "vitest";
import { professions } from "../catalogue/document-type.ts";
import { requirementGroup, requirementTypes } from "../requirements/leaves.ts";
import { requirementSource } from "../sources.ts";
import { isWrittenFor, overlaysFor, requirementsFor, starterFor } from "./for-person.ts";
import type { Profile } from "./profile.ts";
import { starterProfile, starterProfiles } from "./starters.ts";

function starter(id: string): Profile {
  const found = starterProfile(id);
  if (!found) throw new Error(`no profile ${id}`);
  return found;
}
const find = (profile: string, facts: Record<string, string>, id: string) =>
  requirementsFor(starter(profile), facts).find((one) => one.id === id);
const overlayIds = (profile: string, facts: Record<string, string>) =>
  overlaysFor(starter(profile), facts).map(({ id }) => id);

describe("which list somebody is judged by", () => {
  test.each([
    ["doctor", "nhs-hospital-doctor-agency"],
    ["gp", "gp-practice-locum"],
    ["nurse", "nhs-nurse-agency"],
    ["ahp", "nhs-ahp-agency"],
    ["pharmacist", "community-pharmacist"],
    ["pharmacy-technician", "pharmacy-technician"],
    ["pharmacy-dispenser", "pharmacy-dispenser"],
  ])("%s: %s, written for them", (role, id) => {
    expect(starterFor({ role }).id).toBe(id);
    expect(isWrittenFor(starterFor({ role }), { role })).toBe(true);
  });

  test("a role without a list of its own gets the short one, which says that it was not written for it", () => {
    for (const role of ["support-worker", "no such role"]) {
      expect(starterFor({ role }).id).toBe("quick-start-five");
      expect(isWrittenFor(starterFor({ role }), { role })).toBe(false);
    }
    expect(isWrittenFor(starterFor({}), {})).toBe(false);
  });

  test("nobody is asked for an entry in a register that their role has not got", () => {
    expect(find("quick-start-five", { role: "support-worker" }, "registration")).toBeUndefined();
    expect(find("quick-start-five", { role: "nurse" }, "registration")).toBeDefined();
    expect(find("quick-start-five", {}, "registration")).toBeDefined();
  });
});

describe("carried to a nation", () => {
  test("Scotland asks for PVG, also where the list was written for Scotland too", () => {
    expect(find("nhs-nurse-agency", { role: "nurse", nation: "scotland" }, "criminal-record-check")?.title).toBe(
      "PVG membership",
    );
    expect(find("community-pharmacist", { role: "pharmacist", nation: "scotland" }, "smartcard")).toBeUndefined();
  });
  test("Northern Ireland has a register of its own for pharmacists, and for nobody else", () => {
    const nation = "northern-ireland";
    expect(find("community-pharmacist", { role: "pharmacist", nation }, "registration")?.title).toContain("NI");
    expect(find("nhs-nurse-agency", { role: "nurse", nation }, "registration")?.title).toBe("NMC registration");
  });
  test("what is about one role is laid over no other, nor over somebody who has not said", () => {
    expect(overlayIds("nhs-nurse-agency", { role: "nurse", nation: "wales" })).toEqual(["overlay-wales-nurse-agency"]);
    expect(overlayIds("nhs-hospital-doctor-agency", { role: "doctor", nation: "wales" })).toEqual([]);
    expect(overlayIds("nhs-nurse-agency", { nation: "wales" })).toEqual([]);
    expect(overlayIds("nhs-nurse-agency", { nation: "scotland" })).toEqual(["overlay-scotland"]);
    expect(overlayIds("nhs-nurse-agency", { role: "nurse" })).toEqual([]);
  });
  test("the short list for any setting stays short", () => {
    expect(overlayIds("quick-start-five", { role: "nurse", nation: "wales" })).toEqual([]);
    expect(overlayIds("quick-start-five", { role: "nurse", nation: "scotland" })).toEqual([]);
  });
});

describe("where a requirement comes from", () => {
  test("is the profile, or the overlay that wrote it", () => {
    const doctor = starter("nhs-hospital-doctor-agency");
    const england = requirementSource(doctor, { role: "doctor", nation: "england" }, "criminal-record-check");
    const scotland = requirementSource(doctor, { role: "doctor", nation: "scotland" }, "criminal-record-check");
    expect(scotland?.url).toContain("disclosure.gov.scot");
    expect(england?.url).not.toBe(scotland?.url);
    // Replaced for pharmacists only.
    const northern = { nation: "northern-ireland" };
    const pharmacist = starter("community-pharmacist");
    expect(requirementSource(pharmacist, { ...northern, role: "pharmacist" }, "registration")?.url).toContain("psni");
    expect(requirementSource(doctor, { ...northern, role: "doctor" }, "registration")?.url).not.toContain("psni");
  });
  test("is known for every requirement of every starter profile in every nation", () => {
    for (const profile of starterProfiles)
      for (const role of professions)
        for (const nation of ["england", "wales", "scotland", "northern-ireland"])
          for (const { id } of requirementsFor(profile, { role, nation }))
            expect(requirementSource(profile, { role, nation }, id)?.strength).toMatch(/read|inferred|known/);
  });
  test("is nothing for what an agency wrote itself", () => {
    expect(requirementSource({ ...starter("nhs-nurse-agency"), id: "own" }, {}, "bls")).toBeNull();
    expect(requirementSource(starter("nhs-nurse-agency"), {}, "constructor")).toBeNull();
  });
});

describe("the papers of a requirement", () => {
  test("are those named, in order, and then those that may stand in", () => {
    expect(requirementTypes({ document: { type: "bls" } })).toEqual(["bls", "ils"]);
    expect(requirementTypes({ document: { type: ["ils", "bls"] } })).toEqual(["ils", "bls"]);
    expect(requirementTypes({ covers: { type: "reference", months: 12, orExplainedBy: "gap-explanation" } })).toEqual([
      "reference",
      "gap-explanation",
    ]);
  });
  test("group it by what most of them are, of equals by the first", () => {
    const group = (profile: string, id: string) =>
      requirementGroup(starter(profile).requirements.find((one) => one.id === id) ?? { rule: { anyOf: [] } });
    expect(group("gp-practice-locum", "criminal-record-check")).toBe("criminal-record");
    expect(group("gp-practice-locum", "indemnity")).toBe("indemnity");
    expect(group("nhs-nurse-agency", "right-to-work")).toBe("right-to-work");
    expect(group("nhs-nurse-agency", "bls")).toBe("training");
    expect(group("nhs-nurse-agency", "no such requirement")).toBe("unsorted");
    expect(requirementGroup({ rule: { document: { type: "no-such-type" } } })).toBe("unsorted");
  });
});
