import { readFileSync } from "node:fs";
import { checkProfile, failures, needs, starterFacts, statuses } from "@locum-passport/compliance";
import { describe, expect, test } from "vitest";
import { validityModes } from "../../packages/compliance/src/validity/rule.ts";
import { runVectors } from "./run-file.ts";

const text = readFileSync(new URL("../../docs/profiles.md", import.meta.url), "utf8");

/** Blocks of code that say what they are: their words after "json", what stands in them, and the block of text that follows. */
const blocks = [...text.matchAll(/^```json ?(\w*)\n(.*?)^```\n(?:```text\n(.*?)^```\n)?/gms)].map(
  ([, kind = "", json = "", told = ""]) => ({ kind, json, told }),
);
const examples = (kind: string) => blocks.filter((block) => block.kind === kind).map(({ json, told }) => [json, told]);

const errorsOf = (profile: unknown) =>
  checkProfile(profile, { on: "2026-11-23" }).errors.map(({ at, message }) => `${at}: ${message}`);
const profileWith = (rule: unknown) => ({
  ...{ id: "specimen", name: "SPECIMEN agency", kind: "profile", version: "1" },
  appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
  requirements: [{ id: "only", title: "SPECIMEN", why: "SPECIMEN", rule }],
});

describe("docs/profiles.md", () => {
  test("has no example that is not run", () => {
    const kinds = new Set(blocks.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["profile", "refused", "rule", "vector"]);
    expect(text.match(/^```json/gm)).toHaveLength(blocks.length);
  });

  test.each(examples("profile"))("a whole profile passes: %s", (json) => {
    expect(errorsOf(JSON.parse(json))).toEqual([]);
  });

  test.each(examples("rule"))("a rule passes: %s", (json) => {
    expect(errorsOf(profileWith(JSON.parse(json)))).toEqual([]);
  });

  test.each(examples("refused"))("a rule is refused in exactly these words: %s", (json, told) => {
    expect(told).not.toBe("");
    expect(`${errorsOf(profileWith(JSON.parse(json))).join("\n")}\n`).toBe(told);
  });

  test.each(examples("vector"))("a worked example has this answer: %s", (json) => {
    expect(runVectors([JSON.parse(json)])).toEqual({ count: 1, lines: [] });
  });

  test("names every form, test, question, mode, state, need and reason that there is", () => {
    const said = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word));
    // The words of the language, as a fault tells them, so that a new one cannot be forgotten here.
    const wordsOf = (rule: unknown) =>
      errorsOf(profileWith(rule)).flatMap((line) => /(?:There can be|one of): (.+)$/.exec(line)?.[1]?.split(", ") ?? []);
    const language = [{}, { document: { x: 1 } }, { nOf: { x: 1 } }, { covers: { x: 1 } }, { allOf: [], x: 1 }].flatMap(
      wordsOf,
    );
    const where = wordsOf({ document: { type: "bls", where: { audience: { x: 1 } } } });
    expect(language.length).toBeGreaterThan(25);
    const inExamples = new Set(blocks.flatMap(({ json }) => [...json.matchAll(/"(\w+)":/g)].map(([, word]) => word)));
    for (const word of [...language, ...where])
      expect(said.has(word) || inExamples.has(word), word).toBe(true);
    for (const word of [...validityModes, ...statuses, ...needs, ...failures, ...starterFacts.map(({ id }) => id)])
      expect(said, word).toContain(word);
  });
});
