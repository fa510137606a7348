import { fingerprint, openJson, sealJson } from "@locum-passport/envelope";
import type { FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { Refusal, refuse } from "../failure.ts";
import type { Schedule } from "../platform/jobs/jobs.ts";
import type { Tx } from "../platform/postgres/database.ts";
import type { Presented } from "./handler.ts";
import * as store from "./idempotency.store.ts";
import { partsOf } from "./parts.ts";
import { type BodyDigest, PartsDigest } from "./parts-digest.ts";
import { problemOf } from "./problems.ts";
import type { Part } from "./route.ts";

interface KeptAnswer {
  status: number;
  json: string | null;
  headers: Record<string, string | string[]>;
  /** Of a body in parts, which is known only when all of it has come. */
  body?: BodyDigest;
}

/** Does what was asked in this context, with the parts of its body as they come in. */
type Act = (ctx: Context, parts: () => AsyncIterable<Part>) => Promise<Presented>;

const keyShape = /^[\x21-\x7e]{1,200}$/;
/** A first request that did nothing for this long died with its server. If it lives on, it finds its claim gone and does nothing. */
const abandonedAfterMs = 20_000;
/** An answer that is not there so long after the act was lost with its server. */
const answerLostAfterMs = 10_000;
const lookAgainS = 5;
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
export async function answerOnce(ctx: Context, key: string, request: FastifyRequest, act: Act): Promise<Presented> {
  const accountId = ctx.actor.personId;
  if (accountId === null) return act(ctx, () => partsOf(request));
  if (!keyShape.test(key)) {
    refuse("bad-input", { errors: [{ field: "Idempotency-Key", message: "Use 1 to 200 visible ASCII characters" }] });
  }
  const claimed = { accountId, key, claim: ctx.newId(), place: `idempotency/${accountId}/${key}` };
  const running = `${accountId} ${key}`;
  // However long it takes: an upload on a slow line may outlast what counts as abandoned.
  if (runningHere.has(running)) refuse("idempotency-key-in-use", { retryAfter: 1 });
  runningHere.add(running);
  try {
    const kept = await claim(ctx, claimed, wordsOf(request));
    if (!kept) return await answerFirst(ctx, claimed, request, act);
    if (request.isMultipart()) await checkSameBody(request, kept.body);
    return { status: kept.status, json: kept.json ?? undefined, stream: undefined, headers: kept.headers };
  } finally {
    runningHere.delete(running);
  }
}

interface Claimed extends store.Claim {
  /** Where the kept answer is sealed for. */
  place: string;
}

async function answerFirst(ctx: Context, claimed: Claimed, request: FastifyRequest, act: Act): Promise<Presented> {
  const inParts = request.isMultipart();
  const body = new PartsDigest();
  const bodyOf = (): Pick<KeptAnswer, "body"> => {
    const whole = body.whole();
    return whole ? { body: whole } : {};
  };
  let answer: Presented;
  try {
    answer = await act({ ...ctx, acted: (tx) => markActed(ctx, tx, claimed) }, () =>
      inParts ? body.pass(partsOf(request)) : partsOf(request),
    );
  } catch (error) {
    const known = !inParts || body.whole() !== undefined;
    await settleFailure(ctx, claimed, known ? bodyOf() : undefined, error);
    throw error;
  }
  try {
    await keep(ctx, claimed, {
      status: answer.status,
      json: answer.json ?? null,
      headers: { ...answer.headers },
      ...bodyOf(),
    });
  } catch (error) {
    // It was done: an error now would be asked again, and done twice.
    ctx.ports.log.warn({ error }, "An answer was not kept for its Idempotency-Key");
  }
  return answer;
}

async function claim(ctx: Context, claimed: Claimed, words: string): Promise<KeptAnswer | undefined> {
  const { accountId, key, place } = claimed;
  const ago = (ms: number) => new Date(ctx.now().getTime() - ms);
  return ctx.transaction(async (tx) => {
    const accountKey = await ctx.ports.accountKeys.of(tx, accountId);
    // The attack: a plain hash of a body with a password or a birth date is found by trying them all.
    const digest = fingerprint(accountKey, "idempotency-request", Buffer.from(words));
    const terms = { digest, now: ctx.now(), abandonedBefore: ago(abandonedAfterMs) };
    if (await store.claimKey(tx, { ...claimed, ...terms })) return undefined;
    const first = await store.readKey(tx, accountId, key);
    if (!first) refuse("idempotency-key-in-use", { retryAfter: 1 });
    if (!first.request_digest.equals(digest)) refuse("idempotency-key-reused");
    if (first.sealed_answer) return openJson(accountKey, place, first.sealed_answer) as KeptAnswer;
    const { acted_at } = first;
    if (acted_at !== null && acted_at < ago(answerLostAfterMs)) refuse("idempotency-answer-lost");
    refuse("idempotency-key-in-use", { retryAfter: lookAgainS });
  });
}

async function markActed(ctx: Context, tx: Tx, claimed: Claimed): Promise<void> {
  if (!(await store.markActed(tx, claimed, ctx.now()))) refuse("idempotency-key-in-use", { retryAfter: lookAgainS });
}

/** Reads the repeated body to its end, or to the byte where it can no longer be the first one, and stores none of it. */
async function checkSameBody(request: FastifyRequest, first: BodyDigest | undefined): Promise<void> {
  const same = first !== undefined && (await new PartsDigest().matches(partsOf(request), first));
  if (!same) refuse("idempotency-key-reused");
}

function keep(ctx: Context, claimed: Claimed, answer: KeptAnswer): Promise<void> {
  return ctx.transaction(async (tx) => {
    const accountKey = await ctx.ports.accountKeys.of(tx, claimed.accountId);
    await store.keepAnswer(tx, claimed, answer.status, sealJson(accountKey, claimed.place, answer));
  });
}

/**
 * A refusal by a rule is an answer like any other; a fault of ours or a limit is not, and may be tried again. Neither is
 * one that came before the whole body: `body` is undefined then, and nothing could tell another body from the first.
 */
async function settleFailure(
  ctx: Context,
  claimed: Claimed,
  body: Pick<KeptAnswer, "body"> | undefined,
  error: unknown,
): Promise<void> {
  const lasting = error instanceof Refusal && error.status < 500 && error.status !== 429 && error.code !== "upload-cut";
  if (lasting && body) {
    const headers = { "content-type": "application/problem+json" };
    const json = JSON.stringify(problemOf(error));
    await keep(ctx, claimed, { status: error.status, json, headers, ...body });
    return;
  }
  await ctx.transaction((tx) => store.releaseKey(tx, claimed));
}

/** What makes two requests the same: method, address and body. A body in parts is looked at as it comes in. */
function wordsOf(request: FastifyRequest): string {
  const body = request.isMultipart() ? "in parts" : JSON.stringify(request.body ?? null);
  return `${request.method}\n${request.url}\n${body}`;
}
