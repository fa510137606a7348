import { expect, test } from "vitest";
import type { Document, DocumentTypeItem, Expiry, NextStep, Transfer } from "../../api/types.ts";
import { nextThings } from "./next-things.ts";

const today = "2026-11-26";
const paper = (id: string, type = "bls"): Document => ({
  ...{ id, type, title: `Paper ${id}`, sensitivity: "ordinary", details: {}, printedName: null, note: null },
  ...{ missingDetails: [], currentVersion: 1, versions: [], addedAt: "", changedAt: "", identicalTo: [] },
});
const expiry = (documentId: string, over: Partial<Expiry> = {}): Expiry => ({
  ...{ documentId, title: `Paper ${documentId}`, type: "bls", sensitivity: "ordinary", endsOn: "2026-12-10" },
  ...{ daysLeft: 14, wantedBy: [{ myAgencyId: "1", name: "Acme" }], leadDays: 0, beginBy: null },
  ...{ bookedOn: null, snoozedUntil: null },
  ...over,
});
const step = (over: Partial<NextStep>): NextStep => ({
  ...{ kind: "add", title: "Passport", why: "One requirement wants it", type: "passport", documentId: null },
  ...{ fact: null, unlocks: 1, leadDays: 0 },
  ...over,
});
const backFrom = (documentId: string, state: Transfer["state"] = "active") =>
  ({
    agency: { id: "1", name: "Acme" },
    state,
    copies: [{ documentId, version: 1, sentBack: { message: "The date is cut off" } }],
  }) as unknown as Transfer;
const things = (over: Partial<Parameters<typeof nextThings>[0]>) =>
  nextThings({ documents: [], transfers: [], expiries: [], steps: [], types: new Map(), today, ...over });

test("sent back comes first, then what has no type, what is about to end, and what the judge says", () => {
  const found = things({
    documents: [paper("a"), paper("b", "other"), paper("c")],
    transfers: [backFrom("a")],
    expiries: [expiry("c")],
    steps: [step({})],
  });
  expect(found.map(({ title, act }) => [title, act])).toEqual([
    ["Paper a", "Fix"],
    ["Paper b", "Say what it is"],
    ["Paper c", "Add the new one"],
    ["Passport", "Add"],
  ]);
});

test("a register is looked at again, and needs no new paper", () => {
  const register = { id: "gmc", validity: { mode: "check", from: "lastCheckedOn", days: 30 } };
  const types = new Map([["gmc", register as unknown as DocumentTypeItem]]);
  const found = things({
    types,
    expiries: [expiry("a", { type: "gmc" })],
    steps: [step({ kind: "renew", type: "gmc", documentId: "b" })],
  });
  expect(found.map(({ act, link }) => [act, link.to])).toEqual([
    ["Look it up again", "/documents/$id"],
    ["Look it up again", "/documents/$id"],
  ]);
});

test("a paper stands once, whatever else is to be said of it", () => {
  const found = things({
    documents: [paper("a")],
    transfers: [backFrom("a")],
    expiries: [expiry("a")],
    steps: [step({ kind: "renew", documentId: "a" })],
  });
  expect(found).toHaveLength(1);
});

test("what is far off, booked, put off or wanted by nobody does not press", () => {
  const quiet = [
    expiry("a", { daysLeft: 60 }),
    expiry("b", { bookedOn: "2026-12-01" }),
    expiry("c", { snoozedUntil: "2026-12-01" }),
    expiry("d", { wantedBy: [] }),
  ];
  expect(things({ expiries: quiet })).toEqual([]);
  expect(things({ expiries: [expiry("a", { daysLeft: 60, beginBy: today })] })).toHaveLength(1);
});

test("what an ended transfer sent back presses no more", () => {
  expect(things({ documents: [paper("a")], transfers: [backFrom("a", "stopped")] })).toEqual([]);
});

test("each step leads where it is done", () => {
  const found = things({
    steps: [
      step({ kind: "answer", fact: "eppRole", type: null }),
      step({ kind: "fill-in", documentId: "a" }),
      step({ kind: "explain-name", type: "name-change", documentId: "a" }),
      step({ kind: "show-original", documentId: "b" }),
    ],
  });
  expect(found.map(({ link }) => link.to)).toEqual([
    "/questions/$fact",
    "/documents/$id",
    "/documents/add",
    "/documents/$id",
  ]);
});
