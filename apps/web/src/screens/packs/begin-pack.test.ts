import { expect, test } from "vitest";
import type { Document, ProfileReadiness } from "../../api/types.ts";
import { beginPack, leftOut, packConsent } from "./begin-pack.ts";

const paper = (id: string, sensitivity: Document["sensitivity"] = "ordinary", type = "bls") =>
  ({
    id,
    type,
    sensitivity,
    title: id,
    details: {},
    missingDetails: [],
    currentVersion: 1,
    versions: [{ number: 1 }],
  }) as unknown as Document;
const wanted = (title: string, state: string, ...documents: string[]) => ({
  title,
  state,
  documents,
  types: [title.toLowerCase()],
});
const listOf = (...requirements: ReturnType<typeof wanted>[]) => ({ requirements }) as unknown as ProfileReadiness;
const begin = (papers: Document[], list: ProfileReadiness | undefined) =>
  beginPack({ papers, types: new Map(), list, today: "2026-11-26" });

test("what the list asks for starts ticked, and nothing else", () => {
  const list = listOf(wanted("BLS", "held", "a"), wanted("Passport", "not-held"), wanted("Address", "held", "b", "c"));
  const picked = begin([...["a", "b", "c"].map((id) => paper(id)), paper("d", "ordinary", "degree")], list);
  expect(picked.papers).toEqual(["a", "b", "c"]);
  expect(picked.kinds).toEqual([]);
});

test("a paper of a kind that counts starts ticked while its line is not fulfilled or open, and not where nobody asks", () => {
  const papers = ["address", "bls", "cv", "x"].map((type) => paper(type, "ordinary", type));
  const list = listOf(wanted("Address", "not-held"), wanted("Bls", "cannot-tell"), wanted("CV", "not-asked"));
  expect(begin(papers, list).papers).toEqual(["address", "bls"]);
});

test("health, criminal-record and financial papers start unticked though they are asked for, and so does one without a type", () => {
  const guarded = [
    paper("h", "health"),
    paper("c", "criminal-record"),
    paper("f", "financial"),
    paper("o", "ordinary", "other"),
  ];
  const list = listOf(wanted("All", "held", "h", "c", "f", "o"));
  expect(begin(guarded, list).papers).toEqual([]);
  expect(begin(guarded, undefined).papers).toEqual([]);
});

test("without a list, ordinary papers that are not out of date start ticked", () => {
  expect(begin([paper("a"), paper("i", "identity")], undefined).papers).toEqual(["a", "i"]);
});

test("what is not in the pack is told by the list's titles: held but not all ticked, and not held", () => {
  const list = listOf(
    wanted("In", "held", "a"),
    wanted("Half", "held", "a", "b"),
    wanted("Gone", "not-held"),
    wanted("Open", "cannot-tell"),
    wanted("Not asked", "not-asked"),
  );
  expect(leftOut(list, [{ id: "a" }])).toEqual({
    held: ["Half"],
    missing: ["Gone"],
    open: ["Open"],
  });
});

test("each guarded kind that goes in has a yes of its own, and no other", () => {
  const none = { general: true, health: false, criminalRecord: false, financial: false };
  expect(packConsent([{ sensitivity: "ordinary" }], true)).toEqual(none);
  expect(packConsent([{ sensitivity: "health" }, { sensitivity: "financial" }], false)).toEqual({
    ...none,
    ...{ general: false, health: true, financial: true },
  });
});
