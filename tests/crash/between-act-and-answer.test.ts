import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinEmbedded } from "../../apps/server/src/platform/postgres/embedded/join.ts";
import { embeddedLogins } from "../../apps/server/src/platform/postgres/logins.ts";
import { type Account, signUp } from "../../scripts/demo/people.ts";
import { paperForm, paperIds, password, specimenPdf } from "./papers.ts";
import { RunningServer } from "./running-server.ts";

let server: RunningServer;
let locum: Account;

beforeAll(async () => {
  server = await RunningServer.open();
  locum = await signUp(server, { name: "Lo Cum", email: "locum@example.test", password });
}, 120_000);
afterAll(() => server?.close(), 60_000);

/** The running server's database, as its superuser. */
async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const running = await joinEmbedded(server.dataDir);
  if (!running) throw new Error("PostgreSQL does not run");
  const client = new pg.Client(embeddedLogins(running).setup);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Holds every answer back when it is about to be kept, long after what it answers was committed. */
const slowAnswers = `
  create function public.hold_answer() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
  create trigger hold_answer before update of sealed_answer on app.idempotency for each row execute function public.hold_answer()`;
const promptAnswers = "drop trigger hold_answer on app.idempotency; drop function public.hold_answer()";

/** Kills the server while the answer to `ask`, sent under `key`, is not kept yet and what it asks for is done. */
async function killBeforeAnswer(key: string, ask: () => Promise<Response>): Promise<void> {
  await inDatabase((database) => database.query(slowAnswers));
  const lost = ask().then(
    ({ status }) => status,
    () => "cut",
  );
  await expect.poll(() => inDatabase((database) => actedUnder(database, key)), { timeout: 20_000 }).toBe(true);
  await server.killHard();
  expect(await lost).toBe("cut");
  await server.start();
  await server.healthy();
  await inDatabase((database) => database.query(promptAnswers));
}

async function actedUnder(database: pg.Client, key: string): Promise<boolean> {
  const { rows } = await database.query("select from app.idempotency where key = $1 and acted_at is not null", [key]);
  return rows.length === 1;
}

/** Asks again as a program does: after as many seconds as it is told to wait. */
async function askAgain(ask: () => Promise<Response>): Promise<{ status: number; code: string }> {
  for (let tries = 0; tries < 8; tries++) {
    const answer = await ask();
    const { code } = (await answer.json()) as { code: string };
    if (code !== "idempotency-key-in-use") return { status: answer.status, code };
    await wait(Number(answer.headers.get("retry-after")) * 1000);
  }
  throw new Error("The key stayed in use");
}

const post = (path: string, key: string, body: string | FormData) =>
  fetch(`${server.base}${path}`, {
    method: "POST",
    body,
    headers: {
      cookie: locum.client.cookie,
      "idempotency-key": key,
      ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
    },
  });

test("a paper whose answer was lost with the server is there once, and the repeated upload is told so", async () => {
  const bytes = specimenPdf(300_000);
  const ask = () => post("/api/documents", "a-paper", paperForm(bytes));
  await killBeforeAnswer("a-paper", ask);
  expect(await paperIds(locum.client)).toHaveLength(1);
  expect(await askAgain(ask)).toEqual({ status: 409, code: "idempotency-answer-lost" });
  expect(await paperIds(locum.client)).toHaveLength(1);
}, 120_000);

test("an agency whose answer was lost with the server is among one's own once", async () => {
  const ask = () => post("/api/my-agencies", "an-agency", JSON.stringify({ name: "Acme SPECIMEN Staffing" }));
  await killBeforeAnswer("an-agency", ask);
  expect(await askAgain(ask)).toEqual({ status: 409, code: "idempotency-answer-lost" });
  const { items } = await locum.client.get<{ items: unknown[] }>("/api/my-agencies");
  expect(items).toHaveLength(1);
}, 120_000);
