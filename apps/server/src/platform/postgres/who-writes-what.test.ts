import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DatabaseActor } from "./database.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

let house: TestDatabase;
beforeAll(async () => {
  house = await cloneDatabase();
  await house.admin.query(
    `insert into app.accounts (id, kind, root_version, wrapped_key, created_at)
       values ('anna', 'locum', 1, '\\x01', now()), ('mia', 'locum', 1, '\\x01', now()), ('acme', 'agency', 1, '\\x01', now());
     insert into app.people (account_id, kind, sealed_name, created_at)
       values ('anna', 'locum', '\\x01', now()), ('mia', 'locum', '\\x01', now());
     insert into app.agencies (id, name, state, asked_at) values ('acme', 'Acme', 'approved', now());
     insert into app.members (agency_id, person_id, role, joined_at) values ('acme', 'mia', 'owner', now());
     insert into app.permissions (account_id, id, kind, recipient_id, purpose, may_download, given_at, ends_on)
       values ('anna', 'p1', 'transfer', 'acme', 'renewal', false, now(), current_date);
     insert into app.transfers (account_id, id, agency_id, permission_id, state, purpose, onward, may_download, sent_at,
         ends_on, sealed_owner, sealed_agency)
       values ('anna', 't1', 'acme', 'p1', 'active', 'renewal', 'none', false, now(), current_date, '\\x01', '\\x01');
     insert into app.copies (account_id, transfer_id, id, n, agency_id, permission_id, document_id, version, type,
         sensitivity, sealed_owner, sealed_agency, ends_on, sent_at)
       values ('anna', 't1', 'c1', 1, 'acme', 'p1', 'd1', 1, 'cv', 'ordinary', '\\x01', '\\x01', current_date, now());
     insert into app.documents (account_id, id, type, sensitivity, sealed, current_version, created_at, changed_at)
       values ('anna', 'd1', 'cv', 'ordinary', '\\x01', 1, now(), now());`,
  );
});
afterAll(() => house.drop());

const anna: DatabaseActor = { accountId: "anna", kind: "locum", personId: "anna", agencyId: null };
const member: DatabaseActor = { accountId: "mia", kind: "agency", personId: "mia", agencyId: "acme" };
const service: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };
const run = (actor: DatabaseActor, text: string) =>
  house.database.transaction(actor, async (tx) => Number((await sql.raw(text).execute(tx)).numAffectedRows ?? 0));

const permission = (account: string) =>
  `insert into app.permissions (account_id, id, kind, recipient_id, purpose, may_download, given_at)
     values ('${account}', 'px', 'transfer', 'acme', 'renewal', true, now())`;

describe("an agency writes nothing in a locum's name", () => {
  test.each([
    ["a permission for itself", permission("anna")],
    [
      "a transfer",
      "insert into app.transfers select 'anna', 'tx', agency_id, permission_id, state, purpose, onward, true, sent_at, ends_on, ended_at, sealed_owner, sealed_agency from app.transfers where id = 't1'",
    ],
    ["a longer transfer", "update app.transfers set ends_on = ends_on + 365 where id = 't1'"],
    ["a permission that lives again", "update app.permissions set ended_at = null where id = 'p1'"],
    ["another member", "insert into app.members values ('acme', 'anna', 'owner', now())"],
  ])("%s", async (_, text) => {
    await expect(run(member, text)).rejects.toThrow(/row-level security/);
  });

  test("a permission that allows more, or a copy of somebody else's", async () => {
    await expect(run(member, "update app.permissions set may_download = true where id = 'p1'")).rejects.toThrow(
      /denied/,
    );
    await expect(run(member, "update app.copies set account_id = 'mia' where id = 'c1'")).rejects.toThrow(/denied/);
    await expect(run(member, "update app.copies set document_id = 'd2' where id = 'c1'")).rejects.toThrow(/denied/);
  });

  test("what it does write: that it opened a copy; and it may lock the permission it opens by", async () => {
    expect(await run(member, "update app.copies set opened_at = now() where id = 'c1'")).toBe(1);
    await run(member, "select id from app.permissions where id = 'p1' for share");
    await run(member, "select id from app.transfers where id = 't1' for share");
  });
});

describe("nobody makes themselves more than they are", () => {
  test("a person joins no agency by themselves and becomes no staff", async () => {
    const join = "insert into app.members values ('acme', 'anna', 'owner', now())";
    await expect(run(anna, join)).rejects.toThrow(/row-level security/);
    await expect(run(anna, "update app.people set kind = 'staff' where account_id = 'anna'")).rejects.toThrow(/denied/);
    expect(await run(member, "update app.people set sealed_name = '\\x02' where account_id = 'anna'")).toBe(0);
  });

  test("no account's key is changed or destroyed, and nothing is taken out of the log's queue", async () => {
    expect(await run(member, "update app.accounts set wrapped_key = null where id = 'anna'")).toBe(0);
    expect(await run(member, "delete from app.log_pending")).toBe(0);
    await expect(run(member, "update app.chains set uid = 'x'")).rejects.toThrow(/denied/);
  });

  test("ownership of a paper cannot be reassigned, not even by the house", async () => {
    const take = "update app.documents set account_id = 'mia' where id = 'd1'";
    for (const actor of [anna, service]) await expect(run(actor, take)).rejects.toThrow(/denied/);
  });
});

test("the owner gives", async () => {
  expect(await run(anna, permission("anna"))).toBe(1);
});
