import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../generated/catalogue.ts";
import { formats } from "../generated/formats.ts";
import { starterFacts, starterOverlays, starterProfiles } from "../generated/profiles.ts";
import { documentTypeSources, numberFormatSources, requirementSources } from "../sources.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));

interface WithSources {
  id: string;
  sources: unknown;
}
const rejoin = (items: readonly { id: string }[], sources: Readonly<Record<string, unknown>>) =>
  items.map((item) => ({ ...item, sources: sources[item.id] }));

test("catalogue, other names and sources together are exactly the reference data", () => {
  const otherNames = read("other-names");
  expect(Object.fromEntries(catalogue.map((type) => [type.id, type.otherNames]))).toEqual(otherNames);
  const withoutNames = catalogue.map(({ otherNames: _otherNames, ...type }) => type);
  expect(rejoin(withoutNames, documentTypeSources)).toEqual(read("document-types"));
});

test("number formats and their sources together are exactly the reference data", () => {
  const { formats: reference } = read("number-formats") as { formats: WithSources[] };
  expect(rejoin(formats, numberFormatSources)).toEqual(reference);
});

test("starter profiles, overlays and their sources together are exactly the reference data", () => {
  const reference = read("requirement-profiles") as { facts: { id: string }[]; profiles: { kind: string }[] };
  const rejoined = [...starterProfiles, ...starterOverlays].map((profile) => withRequirementSources(profile));
  expect(rejoined).toEqual(reference.profiles);
  expect(starterFacts.map((fact) => fact.id)).toEqual(reference.facts.map((fact) => fact.id));
});

function withRequirementSources(profile: { id: string }): unknown {
  const copy: Record<string, unknown> = { ...profile };
  for (const part of ["requirements", "replace", "add"]) {
    const list = copy[part];
    if (!Array.isArray(list)) continue;
    copy[part] = list.map((requirement: { id: string }) => ({
      ...requirement,
      source: requirementSources[`${profile.id}/${requirement.id}`],
    }));
  }
  return copy;
}
