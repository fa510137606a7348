import { expect, test } from "vitest";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import type { MergedRequirement } from "../requirements/merge-lists.ts";
import { groupPapers } from "./group-papers.ts";
import type { Showing } from "./showing.ts";

const type = (id: string, category: string, more: Partial<DocumentTypeItem> = {}): [string, DocumentTypeItem] => [
  id,
  {
    ...{ id, name: id, otherNames: [], category, sensitivity: "ordinary", roles: [], nations: [], fields: [] },
    ...{ validity: { mode: "explicit", until: "expiresOn" }, hint: "", commonRejections: [] },
    ...more,
  },
];
const types = new Map([
  type("bls", "training", { name: "Basic life support", otherNames: ["BLS"] }),
  type("passport", "identity", { name: "Passport" }),
  type("address", "identity", { validity: { mode: "explicit", until: "expiresOn", warnDays: 14 } }),
]);
const paper = (id: string, of: string, expiresOn: string): Document => ({
  ...{ id, type: of, title: `${of} of ${id}`, sensitivity: "ordinary", details: { expiresOn }, printedName: null },
  ...{ note: null, missingDetails: [], currentVersion: 1, versions: [], addedAt: "", changedAt: "", identicalTo: [] },
});
const papers = [
  paper("good", "bls", "2029-01-01"),
  paper("soon", "bls", "2026-12-20"),
  paper("over", "passport", "2026-11-01"),
  paper("new", "address", "2027-02-20"),
];
const requirement = (id: string, state: MergedRequirement["state"]): MergedRequirement => ({
  ...{ id, title: `Asked: ${id}`, why: "", need: "before-first-shift", group: "training", types: ["bls"], state },
  ...{ documents: [], heldUntil: null, missing: [], profileId: "list", askers: [] },
});
const requirements = [requirement("one", "held"), requirement("two", "not-held"), requirement("three", "not-asked")];

const shown = (show: Showing, query = "") =>
  groupPapers(papers, {
    ...{ query, show, types, today: "2026-11-26", requirements },
    isOut: (id) => id === "good",
    wasSentBack: (id) => id === "soon",
  });
const ids = (show: Showing, query = "") =>
  shown(show, query).flatMap((group) => [...group.papers.map(({ id }) => id), ...group.wanted.map(({ id }) => id)]);

test("a group holds its papers, what is still wanted, and how many of those asked for are held", () => {
  const [identity, training] = shown("all");
  expect(identity).toMatchObject({ category: "identity", held: 0, asked: 0, wanted: [] });
  expect(training).toMatchObject({ category: "training", held: 1, asked: 2 });
  expect(training?.wanted.map(({ id }) => id)).toEqual(["two"]);
});

test("each filter shows its own, and nothing else", () => {
  expect(ids("missing")).toEqual(["two"]);
  expect(ids("ending")).toEqual(["new", "soon"]);
  expect(ids("expired")).toEqual(["over"]);
  expect(ids("sent-back")).toEqual(["soon"]);
  expect(ids("out")).toEqual(["good"]);
  expect(ids("unfinished").sort()).toEqual(["over", "soon"]);
});

test("a search knows the other names of a type, for papers and for what is wanted", () => {
  expect(ids("all", "bls").sort()).toEqual(["good", "soon", "two"]);
  expect(ids("all", "over")).toEqual(["over"]);
});
