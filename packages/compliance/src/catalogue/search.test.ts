import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { professions } from "./document-type.ts";
import { documentTypes } from "./document-types.ts";
import { mostWanted } from "./most-wanted.ts";
import { searchTypes } from "./search.ts";
import { tidy, withinSlips } from "./words.ts";

const first = (query: string) => searchTypes(query)[0]?.id;
const found = (query: string) => searchTypes(query).map((type) => type.id);

describe("search", () => {
  test.each([
    ["BLS", "bls"],
    ["CRB", "dbs-certificate"],
    ["crb check", "dbs-certificate"],
    ["hep B", "hepb-antibody"],
    ["ID", "passport"],
    ["utility bill", "proof-of-address"],
    ["NI number", "ni-evidence"],
    ["P45", "p45-starter"],
    ["manual handling", "moving-handling"],
    ["IELTS", "english-language"],
    ["chicken pox", "varicella"],
    ["chickenpox", "varicella"],
    ["resumé", "cv"],
    ["H&S", "health-safety"],
    ["health and safety", "health-safety"],
    ["BRP", "rtw-brp"],
    ["Disclosure Scotland", "pvg"],
    ["MDU", "indemnity"],
    ["nurse pin", "nmc-registration"],
    ["oliver mcgowan", "learning-disability-autism"],
    ["something else", "other"],
  ])("%s finds %s first", (query, id) => {
    expect(first(query)).toBe(id);
  });

  test.each([
    ["pasport", "passport"],
    ["passprot", "passport"],
    ["basc life suport", "bls"],
    ["safegarding", "safeguarding-children"],
    ["indemnty", "indemnity"],
    ["measels", "mmr"],
    ["imunity hep", "hepb-antibody"],
  ])("forgives a slip: %s finds %s", (query, id) => {
    expect(found(query).slice(0, 3)).toContain(id);
  });

  test("forgives case, accents, punctuation and unfinished words", () => {
    expect(first("  PÀSSPORT!")).toBe("passport");
    expect(first("passp")).toBe("passport");
    expect(first("driv lic")).toBe("driving-licence");
  });

  test("what nobody would call a paper finds nothing", () => {
    expect(found("zzzz")).toEqual([]);
  });

  test("finds every type first, or level with others of that name, by its own name", () => {
    for (const type of documentTypes) expect(found(type.name).slice(0, 2), type.name).toContain(type.id);
  });

  test("finds every type by each of its other names", () => {
    for (const type of documentTypes)
      for (const name of type.otherNames) expect(found(name), `${name} for ${type.id}`).toContain(type.id);
  });

  test("with a profession, its own register comes first", () => {
    expect(searchTypes("registration", { profession: "nurse" })[0]?.id).toBe("nmc-registration");
    expect(searchTypes("registration", { profession: "pharmacist" })[0]?.id).toBe("gphc-registration");
  });

  test("an empty query offers the ten most wanted first, and then everything", () => {
    const answer = searchTypes(" ", { profession: "doctor" }).map((type) => type.id);
    expect(answer.slice(0, 10)).toEqual(mostWanted("doctor"));
    expect(answer).toHaveLength(documentTypes.length);
    expect(answer.at(-1)).toBe("other");
  });

  test("no text breaks it, and no type is answered twice", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (query) => {
        const answer = found(query);
        expect(new Set(answer).size).toBe(answer.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("most wanted", () => {
  test.each(professions)("%s: ten types, each one it can hold, a photo ID first", (profession) => {
    const wanted = mostWanted(profession);
    expect(wanted).toHaveLength(10);
    expect(new Set(wanted).size).toBe(10);
    expect(wanted[0]).toBe("passport");
    for (const id of wanted) expect(documentTypes.find((type) => type.id === id)?.roles).toContain(profession);
  });

  test("each registered profession is asked for its own register", () => {
    expect(mostWanted("doctor")).toContain("gmc-registration");
    expect(mostWanted("nurse")).toContain("nmc-registration");
    expect(mostWanted("ahp")).toContain("hcpc-registration");
    expect(mostWanted("pharmacist")).toContain("gphc-registration");
  });
});

describe("words", () => {
  test("tidy is the same twice", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(tidy(tidy(text))).toBe(tidy(text))));
  });

  test("a slip is one letter added, left out, changed, or two swapped", () => {
    for (const slip of ["passporta", "passprt", "passpart", "apssport"])
      expect(withinSlips(slip, "passport", 1)).toBe(true);
    expect(withinSlips("pasprt", "passport", 1)).toBe(false);
    expect(withinSlips("pasprt", "passport", 2)).toBe(true);
  });

  test("slips count the same both ways round", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(
        word,
        word,
        fc.nat({ max: 3 }),
        (one, two, slips) => void expect(withinSlips(one, two, slips)).toBe(withinSlips(two, one, slips)),
      ),
    );
  });
});
