/** How many tries are free, and how the wait grows after them. */
export interface GuessPolicy {
  free: number;
  firstWaitMs: number;
  longestWaitMs: number;
}

/** The tries of one who guesses, as kept: those since the last success, and when the newest was. */
export interface Tries {
  failures: number;
  lastAt: Date;
}

const minute = 60_000;
const forgottenAfterMs = 24 * 60 * minute;

/**
 * The owner's own device has an allowance of its own, so that whoever guesses from elsewhere cannot keep them out. The
 * account as a whole has a wide one for unknown devices, against guessing from many addresses; one address has one over
 * all accounts, against trying one password on everybody.
 */
export const policies = {
  knownDevice: { free: 10, firstWaitMs: 1_000, longestWaitMs: 15 * minute },
  unknownDevice: { free: 5, firstWaitMs: 2_000, longestWaitMs: 15 * minute },
  wholeAccount: { free: 50, firstWaitMs: 2_000, longestWaitMs: 15 * minute },
  oneAddress: { free: 300, firstWaitMs: 1_000, longestWaitMs: 5 * minute },
  mails: { free: 5, firstWaitMs: 60_000, longestWaitMs: 60 * minute },
  invitations: { free: 50, firstWaitMs: 60_000, longestWaitMs: 60 * minute },
  calendars: { free: 100, firstWaitMs: 60_000, longestWaitMs: 30 * minute },
  signUps: { free: 200, firstWaitMs: 1_000, longestWaitMs: 5 * minute },
} as const satisfies Record<string, GuessPolicy>;

export type PolicyName = keyof typeof policies;

/** Milliseconds until another try is looked at; 0 when it may be made now. */
export function waitOf(policy: GuessPolicy, tries: Tries | undefined, now: Date): number {
  if (!tries || tries.failures < policy.free || isForgotten(tries, now)) return 0;
  const doublings = Math.min(tries.failures - policy.free, 30);
  const wait = Math.min(policy.firstWaitMs * 2 ** doublings, policy.longestWaitMs);
  return Math.max(0, tries.lastAt.getTime() + wait - now.getTime());
}

/** The count after one more try. A try counts before it is looked at, so that many at once are many. */
export function afterTry(tries: Tries | undefined, now: Date): Tries {
  return { failures: !tries || isForgotten(tries, now) ? 1 : tries.failures + 1, lastAt: now };
}

const isForgotten = (tries: Tries, now: Date) => now.getTime() - tries.lastAt.getTime() >= forgottenAfterMs;

/** Addresses of one subscriber count as one: an IPv6 line holds 2^64 of them. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
