import { createHash } from "node:crypto";
import { openJson, sealJson } from "@locum-passport/envelope";
import type { FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { Refusal, refuse } from "../failure.ts";
import type { Schedule } from "../platform/jobs/jobs.ts";
import type { Presented } from "./handler.ts";
import * as store from "./idempotency.store.ts";
import { problemOf } from "./problems.ts";

interface KeptAnswer {
  status: number;
  json: string | null;
  headers: Record<string, string | string[]>;
}

const keyShape = /^[\x21-\x7e]{1,200}$/;
/** A first request that neither answered nor failed for this long died with its server. */
const abandonedAfterMs = 120_000;
const runningHere = new Set<string>();

const keptMs = 24 * 3_600_000;

/** Answers kept for a repeated request hold what a person did: they go when the day of their key is over. */
export const idempotencySchedules: readonly Schedule[] = [
  {
    name: "forget-idempotency-keys",
    everyMs: 3_600_000,
    run: (ctx) => ctx.house((tx) => store.forgetKeysBefore(tx, new Date(ctx.now().getTime() - keptMs))),
  },
];

/** The same key with the same request gives the first answer again, for 24 hours, per person. */
export async function answerOnce(
  ctx: Context,
  key: string,
  request: FastifyRequest,
  act: () => Promise<Presented>,
): Promise<Presented> {
  const accountId = ctx.actor.personId;
  if (accountId === null) return act();
  if (!keyShape.test(key)) {
    refuse("bad-input", { errors: [{ field: "Idempotency-Key", message: "Use 1 to 200 visible ASCII characters" }] });
  }
  const place = `idempotency/${accountId}/${key}`;
  const running = `${accountId} ${key}`;
  // However long it takes: an upload on a slow line may outlast what counts as abandoned.
  if (runningHere.has(running)) refuse("idempotency-key-in-use", { retryAfter: 1 });
  runningHere.add(running);
  try {
    const kept = await claim(ctx, accountId, key, digestOf(request), place);
    if (kept) return { status: kept.status, json: kept.json ?? undefined, stream: undefined, headers: kept.headers };
    return await answerFirst(ctx, { accountId, key, place }, act);
  } finally {
    runningHere.delete(running);
  }
}

interface Claimed {
  accountId: string;
  key: string;
  place: string;
}

async function answerFirst(ctx: Context, claimed: Claimed, act: () => Promise<Presented>): Promise<Presented> {
  const { accountId, key, place } = claimed;
  let answer: Presented;
  try {
    answer = await act();
  } catch (error) {
    await settleFailure(ctx, accountId, key, place, error);
    throw error;
  }
  try {
    await keep(ctx, accountId, key, place, {
      status: answer.status,
      json: answer.json ?? null,
      headers: { ...answer.headers },
    });
  } catch (error) {
    // It was done: an error now would be asked again, and done twice.
    ctx.ports.log.warn({ error }, "An answer was not kept for its Idempotency-Key");
  }
  return answer;
}

async function claim(
  ctx: Context,
  accountId: string,
  key: string,
  digest: Buffer,
  place: string,
): Promise<KeptAnswer | undefined> {
  return ctx.transaction(async (tx) => {
    const abandonedBefore = new Date(ctx.now().getTime() - abandonedAfterMs);
    if (await store.claimKey(tx, { accountId, key, digest, now: ctx.now(), abandonedBefore })) return undefined;
    const first = await store.readKey(tx, accountId, key);
    if (!first) refuse("idempotency-key-in-use");
    if (!first.request_digest.equals(digest)) refuse("idempotency-key-reused");
    if (first.sealed_answer === null) refuse("idempotency-key-in-use", { retryAfter: 1 });
    const accountKey = await ctx.ports.accountKeys.of(tx, accountId);
    return openJson(accountKey, place, first.sealed_answer) as KeptAnswer;
  });
}

function keep(ctx: Context, accountId: string, key: string, place: string, answer: KeptAnswer): Promise<void> {
  return ctx.transaction(async (tx) => {
    const accountKey = await ctx.ports.accountKeys.of(tx, accountId);
    await store.keepAnswer(tx, accountId, key, answer.status, sealJson(accountKey, place, answer));
  });
}

/** A refusal by a rule is an answer like any other; a fault of ours or a limit is not, and may be tried again. */
async function settleFailure(
  ctx: Context,
  accountId: string,
  key: string,
  place: string,
  error: unknown,
): Promise<void> {
  if (error instanceof Refusal && error.status < 500 && error.status !== 429 && error.code !== "upload-cut") {
    const headers = { "content-type": "application/problem+json" };
    await keep(ctx, accountId, key, place, { status: error.status, json: JSON.stringify(problemOf(error)), headers });
    return;
  }
  await ctx.transaction((tx) => store.releaseKey(tx, accountId, key));
}

/** What makes two requests the same: method, address, and the body, or for streamed bodies their length. */
function digestOf(request: FastifyRequest): Buffer {
  const body = request.isMultipart()
    ? `length ${request.headers["content-length"] ?? ""}`
    : JSON.stringify(request.body ?? null);
  return createHash("sha256").update(`${request.method}\n${request.url}\n${body}`).digest();
}
