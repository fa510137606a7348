import { describe, expect, test } from "vitest";
import type { Document, DocumentTypeItem, JudgedRequirement, Transfer } from "../../api/types.ts";
import { beginPicked, choicesOf, chosen, consentFor, heldAlready, wantedPapers } from "./picked.ts";

const paper = (id: string, type: string, sensitivity: Document["sensitivity"], more: Partial<Document> = {}) =>
  ({
    id,
    type,
    title: id,
    sensitivity,
    details: {},
    missingDetails: [],
    printedName: null,
    note: null,
    currentVersion: 1,
    versions: [
      {
        number: 1,
        addedAt: "",
        pages: 1,
        bytes: 1,
        pictures: "ready",
        picturesReason: null,
        pictureCount: 1,
        files: [],
      },
    ],
    addedAt: "",
    changedAt: "",
    identicalTo: [],
    ...more,
  }) satisfies Document;
const field = (id: string, format?: string) => ({
  id,
  label: id,
  kind: "text" as const,
  required: false,
  ...(format ? { format } : {}),
});
const type = (id: string, fields: DocumentTypeItem["fields"]): [string, DocumentTypeItem] => [
  id,
  {
    id,
    name: id,
    otherNames: [],
    category: "identity",
    sensitivity: "ordinary",
    roles: [],
    nations: [],
    fields,
    validity: {},
    hint: "",
    commonRejections: [],
  },
];
const types = new Map([
  type("passport", [field("surname")]),
  type("ni-evidence", [field("niNumber", "ni-number"), field("issuedOn")]),
]);
const acme = { name: "Acme", mayHoldCriminalRecords: true };
const papers = [
  paper("p", "passport", "identity"),
  paper("h", "mmr", "health"),
  paper("c", "dbs-certificate", "criminal-record"),
  paper("b", "bank-details", "financial"),
  paper("o", "other", "ordinary"),
];
const begin = (more = {}) =>
  beginPicked({ papers, types, receiver: acme, held: new Map(), today: "2026-11-23", ...more });

describe("what starts ticked", () => {
  test("never a health, criminal-record or financial paper, nor one without a type", () => {
    expect(begin().papers).toEqual(["p"]);
    expect(begin().kinds).toEqual([]);
  });
  test("nothing that the agency can already open", () => {
    expect(begin({ held: new Map([["p", "2026-12-01"]]) }).papers).toEqual([]);
  });
  test("only the paper somebody came to send, and not even that when it is guarded", () => {
    expect(begin({ only: "p" }).papers).toEqual(["p"]);
    expect(begin({ only: "h" }).papers).toEqual([]);
  });
  test("where it is known what the receiver asks for, only what answers that, and still no guarded paper", () => {
    const asks = (id: string, state: JudgedRequirement["state"], more: Partial<JudgedRequirement>) => ({
      ...{
        id,
        title: id,
        why: "",
        need: "before-first-shift" as const,
        group: "identity",
        types: [],
        state,
        documents: [],
      },
      ...{ heldUntil: null, missing: [], ...more },
    });
    const wanted = (...requirements: JudgedRequirement[]) =>
      begin({ wanted: wantedPapers(papers, requirements) }).papers;
    expect(wanted(asks("id", "held", { documents: ["p"] }))).toEqual(["p"]);
    expect(wanted(asks("id", "not-held", { types: ["passport", "mmr"] }))).toEqual(["p"]);
    expect(wanted(asks("id", "held", { documents: ["p"], need: "if-asked" }))).toEqual([]);
    expect(wanted(asks("id", "held", { types: ["passport"] }), asks("mmr", "not-held", { types: ["mmr"] }))).toEqual(
      [],
    );
  });
});

describe("what goes", () => {
  const all = { ...begin(), papers: papers.map(({ id }) => id) };
  test("a ticked health paper stays while its own line is not ticked", () => {
    expect(chosen(all, papers, acme).map(({ id }) => id)).toEqual(["p"]);
    expect(chosen({ ...all, kinds: ["health"] }, papers, acme).map(({ id }) => id)).toEqual(["p", "h"]);
  });
  test("no criminal-record paper to an agency that may not hold it, whatever was ticked before", () => {
    const going = chosen({ ...all, kinds: ["criminal-record"] }, papers, { ...acme, mayHoldCriminalRecords: false });
    expect(going.map(({ id }) => id)).toEqual(["p"]);
  });
  test("each kind among the papers has its own yes, and no other", () => {
    expect(consentFor([{ sensitivity: "health" }], "1")).toEqual({
      noticeVersion: "1",
      general: true,
      health: true,
      criminalRecord: false,
    });
  });
  test("a National Insurance number stays unless it is ticked", () => {
    const ni = paper("n", "ni-evidence", "identity", { details: { niNumber: "QQ123456C", issuedOn: "2020-01-01" } });
    const safe = { ...begin(), papers: ["n"] };
    expect(choicesOf(safe, [ni], types)).toMatchObject({ includeDetails: {}, leaveOutDetails: { n: ["niNumber"] } });
    const ticked = { ...safe, details: { n: { niNumber: true, issuedOn: false } } };
    expect(choicesOf(ticked, [ni], types)).toMatchObject({
      includeDetails: { n: ["niNumber"] },
      leaveOutDetails: { n: ["issuedOn"] },
    });
  });
});

test("an agency holds a paper only by a live copy of its current version", () => {
  const copy = (documentId: string, version: number, replacedBy: string | null = null) =>
    ({ documentId, version, endsOn: "2027-01-01", replacedBy }) as Transfer["copies"][number];
  const transfer = (state: Transfer["state"], copies: Transfer["copies"]) => ({ state, copies }) as Transfer;
  expect([...heldAlready(papers, [transfer("active", [copy("p", 1), copy("h", 2), copy("c", 1, "newer")])])]).toEqual([
    ["p", "2027-01-01"],
  ]);
  expect(heldAlready(papers, [transfer("stopped", [copy("p", 1)])]).size).toBe(0);
});
