import { afterAll, beforeAll, expect, test } from "vitest";
import { decideAgency } from "../agencies/index.ts";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";

let t: TransferHouse;
let mine: string;
beforeAll(async () => {
  t = await openTransferHouse();
  mine = (await t.locum.client.post("/api/my-agencies", { agencyId: t.acme.id })).body.id;
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const drafts = async () => (await t.locum.client.get("/api/transfer-drafts")).body.items;
const save = (body: object) => t.locum.client.post("/api/transfer-drafts", body);
const put = (id: string, body: object) => t.locum.client.request("PUT", `/api/transfer-drafts/${id}`, body);

test("a draft is kept as it was typed, stands in the timeline, and shows the agency nothing", async () => {
  const [first, second] = [await t.paper(), await t.paper()];
  const saved = await save({ myAgencyId: mine, documentIds: [first, second, first], note: "SPECIMEN note" });
  expect(saved).toMatchObject({
    status: 201,
    body: {
      documentIds: [first, second],
      agency: { id: t.acme.id, name: "Acme Locums" },
      canBeSent: true,
      gone: 0,
      note: "SPECIMEN note",
      purpose: null,
    },
  });
  expect(await drafts()).toEqual([saved.body]);
  expect((await t.sentences(t.locum.client))[0]).toBe("You prepared 2 copies for Acme Locums. Nothing was sent.");
  expect((await t.acme.client.get("/api/agency/transfers")).body.items).toEqual([]);
  const { rows } = await t.house.database.admin.query(
    "select encode(sealed, 'escape') as text from app.transfer_drafts",
  );
  expect(rows[0].text).not.toContain("SPECIMEN");
});

test("saved again unchanged it writes nothing; changed, all of it is replaced", async () => {
  const [{ id, documentIds, changedAt }] = await drafts();
  const before = (await t.sentences(t.locum.client)).length;
  const same = await put(id, { myAgencyId: mine, documentIds, note: "SPECIMEN note" });
  expect(same.body.changedAt).toBe(changedAt);
  expect(await t.sentences(t.locum.client)).toHaveLength(before);
  const changed = await put(id, { myAgencyId: mine, documentIds: documentIds.slice(1), endsOn: t.day(30) });
  expect(changed.body).toMatchObject({ documentIds: documentIds.slice(1), note: null, endsOn: t.day(30) });
});

test("a paper deleted meanwhile drops out, and the draft says how many did", async () => {
  const [{ id, documentIds }] = await drafts();
  await t.locum.client.request("DELETE", `/api/documents/${documentIds[0]}`);
  expect(await drafts()).toMatchObject([{ documentIds: [], gone: 1 }]);
  const other = await t.paper();
  expect((await put(id, { myAgencyId: mine, documentIds: [documentIds[0], other] })).body).toMatchObject({
    documentIds: [other],
    gone: 1,
  });
  expect(await drafts()).toMatchObject([{ documentIds: [other], gone: 0 }]);
});

test("it can be sent while the agency can receive, and never before a private entry has become one", async () => {
  const [{ documentIds }] = await drafts();
  const entry = (await t.locum.client.post("/api/my-agencies", { name: "Harbour Staffing" })).body.id;
  const waiting = (await save({ myAgencyId: entry, documentIds })).body;
  expect(waiting).toMatchObject({ canBeSent: false, agency: { id: null, name: "Harbour Staffing" } });
  const early = await t.send(documentIds, { agencyId: t.other.id, draftId: waiting.id });
  expect(early).toMatchObject({ status: 400, body: { errors: [{ field: "draftId" }] } });
  await t.locum.client.request("PATCH", `/api/my-agencies/${entry}`, { agencyId: t.other.id });
  const joined = async () => (await drafts()).find(({ id }: { id: string }) => id === waiting.id);
  expect(await joined()).toMatchObject({ canBeSent: true, agency: { id: t.other.id, name: "Other Agency" } });
  await decideAgency(t.house.service(), { decision: "suspend", agencyId: t.other.id, reason: "SPECIMEN" });
  expect((await joined()).canBeSent).toBe(false);
  expect((await t.send(documentIds, { agencyId: t.other.id, draftId: waiting.id })).body.code).toBe(
    "agency-not-approved",
  );
  expect(await joined()).toBeDefined();
  await decideAgency(t.house.service(), { decision: "resume", agencyId: t.other.id });
  const sent = await t.sent(documentIds, { agencyId: t.other.id, draftId: waiting.id });
  expect(sent.state).toBe("active");
  expect(await joined()).toBeUndefined();
});

test("pressed twice it is sent once", async () => {
  const [{ id, documentIds }] = await drafts();
  const answers = await Promise.all([1, 2].map(() => t.send(documentIds, { draftId: id })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  expect(await drafts()).toEqual([]);
});

test("an agency that is taken off the list takes its drafts along", async () => {
  const entry = (await t.locum.client.post("/api/my-agencies", { name: "Quay Locums" })).body.id;
  await save({ myAgencyId: entry, documentIds: [] });
  expect(await drafts()).toHaveLength(1);
  await t.locum.client.request("DELETE", `/api/my-agencies/${entry}`);
  expect(await drafts()).toEqual([]);
});

test("somebody else's agency and papers are as if they were not there; a day that does not exist is refused", async () => {
  const theirs = await t.acme.client.post("/api/my-agencies", { name: "Theirs" });
  expect((await save({ myAgencyId: theirs.body.id, documentIds: [] })).body.errors[0].field).toBe("myAgencyId");
  const taken = await t.acme.client.post("/api/transfer-drafts", {
    myAgencyId: theirs.body.id,
    documentIds: [await t.paper()],
  });
  expect(taken.body).toMatchObject({ documentIds: [], gone: 1 });
  expect((await save({ myAgencyId: mine, documentIds: [], endsOn: "2027-02-29" })).status).toBe(400);
  expect(await drafts()).toEqual([]);
});
