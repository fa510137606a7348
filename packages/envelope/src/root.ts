import { EnvelopeError } from "./errors.ts";
import { lengthPrefixed, secretKey, subkey } from "./expand.ts";
import { unwrapKey, wrapPadded } from "./wrapping.ts";

/** An account key as the database keeps it. */
export interface WrappedAccountKey {
  /** Which root key wrapped it, from 1. */
  rootVersion: number;
  /** 40 bytes, AES-256-KWP. */
  wrapped: Buffer;
}

/** What the server may ask of the root key. The key itself never leaves; a KMS can stand behind this. */
export interface KeyWrapper {
  /** The version that wraps from now on. */
  readonly currentVersion: number;
  wrapAccountKey(accountId: string, accountKey: Uint8Array): Promise<WrappedAccountKey>;
  /** Rejects with `root-key-unknown`, or `wrong-key` for another account, another root key or changed bytes. */
  unwrapAccountKey(accountId: string, wrapped: WrappedAccountKey): Promise<Buffer>;
  /** 32 bytes for one purpose ("sign-in", "log-signing-seed", "pseudonyms"); the same after a rotation. */
  deriveSecret(label: string): Promise<Buffer>;
  /** A text that only this root key gives for this database; kept in the database, it tells at start that they belong together. */
  checkValue(databaseId: string): Promise<string>;
}

/** Secrets and the check value come from the first root key, whatever wraps today. */
const FIRST = 1;

/**
 * A `KeyWrapper` over root keys held in memory: 32 random bytes by version. The newest version wraps, every version
 * unwraps. Rotating adds a version; account keys are wrapped again when there is time for it.
 *
 * Version 1 stays for ever, also after every account key has been wrapped again: `deriveSecret` and `checkValue` come
 * from it, so that a rotation signs nobody out and changes no key of the log. If version 1 itself leaks, adding a version
 * is not enough: secrets derived from it have to be replaced too, which ends every session and starts a new log key.
 *
 * Throws `root-key-unknown` without version 1 and `key-length` for a key that is not 32 bytes.
 */
export function rootKeyWrapper(roots: ReadonlyMap<number, Uint8Array>): KeyWrapper {
  for (const root of roots.values()) secretKey(root);
  const first = rootOf(roots, FIRST);
  const currentVersion = Math.max(...roots.keys());

  return {
    currentVersion,
    async wrapAccountKey(accountId, accountKey) {
      if (accountKey.length !== 32) throw new EnvelopeError("key-length");
      const wrapped = wrapPadded(accountWrappingKey(roots, currentVersion, accountId), accountKey);
      return { rootVersion: currentVersion, wrapped };
    },
    async unwrapAccountKey(accountId, { rootVersion, wrapped }) {
      return unwrapKey(accountWrappingKey(roots, rootVersion, accountId), wrapped);
    },
    async deriveSecret(label) {
      return subkey(first, "locum-passport/secret/v1", lengthPrefixed(label));
    },
    async checkValue(databaseId) {
      return subkey(first, "locum-passport/check/v1", lengthPrefixed(databaseId)).toString("base64url");
    },
  };
}

function accountWrappingKey(roots: ReadonlyMap<number, Uint8Array>, version: number, accountId: string): Buffer {
  return subkey(rootOf(roots, version), "locum-passport/account/v1", lengthPrefixed(accountId));
}

function rootOf(roots: ReadonlyMap<number, Uint8Array>, version: number): Uint8Array {
  const root = roots.get(version);
  if (root === undefined) throw new EnvelopeError("root-key-unknown", `version ${version}`);
  return root;
}
