import { documentType, type Requirement } from "@locum-passport/compliance";
import type { Context } from "../../context.ts";
import type { MailMessage } from "../../platform/mail/mailer.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { agencyOf } from "../../testing/scene.ts";
import { insertPerson } from "../accounts/accounts.store.ts";
import { asPerson } from "../accounts/actions/as-person.ts";
import { sealName } from "../accounts/actions/people.ts";
import { append, createChain } from "../audit/index.ts";
import { insertAgencyProfile } from "../compliance/index.ts";
import { sealWords } from "../documents/documents.seals.ts";
import { deleteDocument, insertDocument, updateDocument } from "../documents/documents.store.ts";
import { noticeJobs } from "./notices.jobs.ts";

export interface TestPaper {
  id: string;
  type: string;
  details: Record<string, string>;
  title?: string;
}

export interface ReminderHouse {
  house: TestHouse;
  acme: { id: string; ownerId: string };
  /** A locum as the sign-in library and the rooms know one, with no session. */
  person(email: string): Promise<string>;
  /** The person's own context, for their own acts. */
  as(personId: string): Context;
  /** A paper without files: what is typed of it is all that counts here. */
  keep(personId: string, paper: TestPaper): Promise<void>;
  change(personId: string, paper: TestPaper): Promise<void>;
  drop(personId: string, paperId: string): Promise<void>;
  /** What Acme asks for from now on: these types, each by its own dates. */
  asks(version: number, types: readonly string[]): Promise<void>;
  /** Runs what waits in the queue, by hand and by the test's clock, until nothing is left that is due. */
  work(ctx?: Context, kill?: Kill): Promise<void>;
  mails(personId?: string): MailMessage[];
}

/** Whether a job that was taken is dropped before it runs, as when its server dies. */
export type Kill = () => boolean;

export async function openReminderHouse(options: Parameters<typeof openTestHouse>[0] = {}): Promise<ReminderHouse> {
  const house = await openTestHouse(options);
  const acme = await agencyOf(house, "Acme", "acme@example.test");
  const ctx = house.service();
  const emails = new Map<string, string>();

  const papers = (personId: string, act: "document-added" | "document-changed" | "document-deleted") => ({
    async write(paper: TestPaper): Promise<void> {
      const { sensitivity, name } = documentType(paper.type) ?? fail(`There is no type ${paper.type}`);
      await ctx.house(async (tx) => {
        const key = await ctx.ports.accountKeys.of(tx, personId);
        const words = { title: paper.title ?? name, details: paper.details, printedName: null, note: null };
        const at = ctx.now();
        const row = { account_id: personId, id: paper.id, sealed: sealWords(key, paper.id, words), changed_at: at };
        if (act === "document-added")
          await insertDocument(tx, { ...row, type: paper.type, sensitivity, current_version: 1, created_at: at });
        else if (act === "document-changed") await updateDocument(tx, row);
        else await deleteDocument(tx, personId, paper.id);
        await append(asPerson(ctx, personId), tx, [
          { accountId: personId, act, object: { kind: "document", id: paper.id, type: paper.type } },
        ]);
      });
    },
  });

  return {
    house,
    acme,
    async person(email) {
      const id = ctx.newId();
      await ctx.house(async (tx) => {
        await createChain(ctx, tx, { id, kind: "locum" });
        const sealedName = await sealName(ctx, tx, id, "Specimen Locum");
        await insertPerson(tx, { id, kind: "locum", staffRole: null, sealedName, at: ctx.now() });
        await append(asPerson(ctx, id), tx, [{ accountId: id, act: "account-created" }]);
      });
      await ctx.ports.signIn.users.create({ id, email, passwordHash: null, at: ctx.now() });
      emails.set(id, email);
      return id;
    },
    as: (personId) => asPerson(ctx, personId),
    keep: (personId, paper) => papers(personId, "document-added").write(paper),
    change: (personId, paper) => papers(personId, "document-changed").write(paper),
    drop: (personId, id) => papers(personId, "document-deleted").write({ id, type: "cv", details: {} }),
    asks: (version, types) =>
      ctx.house((tx) =>
        insertAgencyProfile(tx, {
          agencyId: acme.id,
          version,
          profile: {
            id: "acme",
            name: "Acme",
            kind: "profile",
            version: String(version),
            appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
            requirements: types.map(
              (type): Requirement => ({ id: type, title: type, why: "SPECIMEN", rule: { document: { type } } }),
            ),
          },
          why: "SPECIMEN",
          savedAt: ctx.now(),
          savedBy: acme.ownerId,
        }),
      ),
    work: (worker = ctx, kill = () => false) => workUntilDone(house, worker, kill),
    mails: (personId) =>
      house.mailbox.filter(
        ({ kind, to }) => kind === "reminder-digest" && (personId === undefined || to === emails.get(personId)),
      ),
  };
}

function fail(message: string): never {
  throw new Error(message);
}

interface TakenJob {
  id: string;
  name: string;
  payload: Record<string, string>;
}

const claim = `update graphile_worker._private_jobs j set locked_at = now(), attempts = attempts + 1
  from graphile_worker._private_tasks t
  where t.id = j.task_id and j.id in (
    select w.id from graphile_worker._private_jobs w join graphile_worker._private_tasks n on n.id = w.task_id
    where n.identifier = any($1) and w.locked_at is null and w.attempts < w.max_attempts
      and (w.run_at <= $2 or w.run_at = w.created_at) order by w.priority, w.id limit 20 for update of w skip locked)
  returning j.id, t.identifier as name, j.payload`;
// A job that another took the place of while it ran is superseded; any other waits to be tried again, now and not later.
const release = "update graphile_worker._private_jobs set locked_at = null where id = $1 and attempts < max_attempts";

/** As the real runner does it, but by the test's clock: takes, runs, deletes what went well and gives back what did not. */
async function workUntilDone(house: TestHouse, ctx: Context, kill: Kill): Promise<void> {
  const { jobs } = house.database.database.pools;
  const names = Object.keys(noticeJobs);
  for (;;) {
    const { rows } = await jobs.query<TakenJob>(claim, [names, ctx.now()]);
    if (rows.length === 0) return;
    for (const { id, name, payload } of rows) {
      const done = !kill() && (await ran(() => noticeJobs[name]?.(ctx, payload)));
      await jobs.query(done ? "delete from graphile_worker._private_jobs where id = $1" : release, [id]);
    }
  }
}

async function ran(run: () => Promise<void> | undefined): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

/** What a test throws where a server dies. */
export class Killed extends Error {}
