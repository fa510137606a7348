import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import * as store from "../attempts.store.ts";
import { afterTry, networkOf, type PolicyName, policies, waitOf } from "../guessing.model.ts";

/** What is guessed at, and by whom as far as we can tell. */
interface Guess {
  /** password, code, confirmation: each has counts of its own. */
  what: string;
  /** The account, or the digest of an address that may have one: the same for both, so that a wait tells nothing. */
  subject: string;
  /** The id of a device that has signed in to this account before. */
  knownDevice?: string | undefined;
}

interface Bucket {
  policy: PolicyName;
  key: Buffer;
  /** One success ends the count; else it only takes its own try back. */
  own: boolean;
}

/**
 * Counts a try before it is looked at, and refuses with `too-many-requests` while a wait lasts. Waits grow and end by
 * themselves; nothing locks an account. Call `succeeded` once the try turned out right.
 */
export async function countGuess(ctx: Context, guess: Guess): Promise<{ succeeded(): Promise<void> }> {
  const buckets = bucketsOf(ctx, guess);
  await take(ctx, buckets);
  return {
    succeeded: () =>
      ctx.transaction(async (tx) => {
        await store.holdTries(
          tx,
          buckets.map(({ key }) => key),
        );
        const ended = buckets.filter(({ own }) => own).map(({ key }) => key);
        if (ended.length > 0) await store.forgetTries(tx, ended);
        for (const { key } of buckets.filter(({ own }) => !own)) await store.giveBack(tx, key);
      }),
  };
}

/** For what costs others something each time, right or wrong: mails to an address, sign-ups from one. */
export async function countCost(ctx: Context, policy: PolicyName, what: string, subject: string): Promise<void> {
  await take(ctx, [{ policy, key: ctx.ports.signIn.digest("cost", what, subject), own: true }]);
}

async function take(ctx: Context, buckets: readonly Bucket[]): Promise<void> {
  const wait = await ctx.transaction(async (tx) => {
    const now = ctx.now();
    const tries = await store.lockTries(
      tx,
      buckets.map(({ key }) => key),
      now,
    );
    const waits = buckets.map(({ policy }, n) => waitOf(policies[policy], tries[n], now));
    const longest = Math.max(...waits);
    if (longest > 0) return longest;
    for (const [n, { key }] of buckets.entries()) await store.saveTries(tx, key, afterTry(tries[n], now));
    return 0;
  });
  if (wait > 0) refuse("too-many-requests", { retryAfter: Math.ceil(wait / 1000) });
}

function bucketsOf(ctx: Context, { what, subject, knownDevice }: Guess): Bucket[] {
  const { digest } = ctx.ports.signIn;
  if (knownDevice !== undefined) {
    return [{ policy: "knownDevice", key: digest("guess", what, "device", knownDevice, subject), own: true }];
  }
  const network = networkOf(ctx.client.address);
  return [
    { policy: "unknownDevice", key: digest("guess", what, "network", network, subject), own: true },
    { policy: "wholeAccount", key: digest("guess", what, "account", subject), own: false },
    { policy: "oneAddress", key: digest("guess", what, "address", network), own: false },
  ];
}
