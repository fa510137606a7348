import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { differences } from "./compare.ts";
import { runVectors } from "./run-file.ts";

const folder = new URL("../../tests/vectors/reference/", import.meta.url);
const expectedCounts: Readonly<Record<string, number>> = {
  "formats.json": 100,
  "mrz.json": 19,
  "requirements.json": 50,
  "validity.json": 114,
};

test.each(readdirSync(folder))("every reference vector in %s passes", (file) => {
  const { count, lines } = runVectors(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  expect(lines).toEqual([]);
  expect(count).toBe(expectedCounts[file]);
});

describe("the runner finds", () => {
  const vector = {
    id: "x1",
    documentType: "passport",
    dates: { expiryDate: "2031-05-14" },
    on: "2026-11-23",
    expect: "valid",
    expiresOn: "2031-05-14",
  };
  test("nothing to say about a good vector", () => {
    expect(runVectors([vector]).lines).toEqual([]);
  });
  test("a wrong answer, naming both sides", () => {
    expect(runVectors([{ ...vector, expiresOn: "2031-05-15" }]).lines).toEqual([
      'x1: answer.expiresOn: expected "2031-05-15", got "2031-05-14"',
    ]);
  });
  test("vectors it cannot run, instead of skipping them", () => {
    expect(runVectors([{ id: "x2" }, 7, { ...vector, on: "2026-02-30" }]).lines).toHaveLength(3);
    const { expect: _expect, expiresOn: _expiresOn, ...expectingNothing } = vector;
    expect(runVectors([expectingNothing]).lines).toHaveLength(1);
    expect(runVectors({ vectors: [] }).lines).toHaveLength(1);
  });
  test("a list that is longer, shorter or other, in any order", () => {
    expect(differences("x", [1, 2], [2, 1])).toEqual([]);
    expect(differences("x", [1, 2], [1])).toHaveLength(1);
    expect(differences("x", [1], [1, 2])).toHaveLength(1);
    expect(differences("x", [1, 1], [1, 2])).toHaveLength(1);
  });
});
