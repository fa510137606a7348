import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { refuse } from "../../failure.ts";

// OWASP Password Storage Cheat Sheet, scrypt: N=2^15 (32 MiB), r=8, p=3 is one of its five equal choices; this one lets two
// run at once in a small server. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
const cost = { log2N: 15, r: 8, p: 3 } as const;
const keyBytes = 32;
const atOnce = 2;
const waitingAtMost = 60;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for any text that is not a hash of ours. */
  verify(hash: string, password: string): Promise<boolean>;
  /** As long as a real one, and never true: for an address without an account. */
  verifyNothing(password: string): Promise<false>;
}

interface Parameters {
  log2N: number;
  r: number;
  p: number;
}

/**
 * Password hashes as `scrypt$log2N$r$p$salt$key` (base64url). Few at a time, because each takes 32 MiB and a third of a
 * second: a flood of sign-ins waits its turn, and past that is refused with `unavailable` instead of piling up.
 */
export function makePasswords(chosen: Parameters = cost): Passwords {
  const turn = makeTurns();
  const derive = (password: string, salt: Buffer, parameters: Parameters) =>
    turn(() => run(password.normalize("NFKC"), salt, parameters));

  const verify: Passwords["verify"] = async (hash, password) => {
    const parsed = parseHash(hash);
    if (!parsed) return false;
    const key = await derive(password, parsed.salt, parsed.parameters);
    return key.length === parsed.key.length && timingSafeEqual(key, parsed.key);
  };
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await derive(password, salt, chosen);
      const { log2N, r, p } = chosen;
      return ["scrypt", log2N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
    },
    verify,
    async verifyNothing(password) {
      await derive(password, randomBytes(16), chosen);
      return false;
    },
  };
}

function parseHash(hash: string): { parameters: Parameters; salt: Buffer; key: Buffer } | undefined {
  const match = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/.exec(hash);
  if (!match) return undefined;
  const [, log2N, r, p, salt = "", key = ""] = match;
  return {
    parameters: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}

function run(password: string, salt: Buffer, { log2N, r, p }: Parameters): Promise<Buffer> {
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyBytes, { N, r, p, maxmem: 128 * N * r * 2 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function makeTurns() {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) refuse("unavailable", { retryAfter: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
