import { concatBytes, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";
import { HASH_BYTES, hmacSha256, sha256, sha256Into } from "./sha256.ts";

export const KEY_BYTES = 32;
const DOMAIN = utf8("locum-passport/audit/v1\n");

/**
 * HMAC-SHA-256(key, "locum-passport/audit/v1\n" || entry bytes). The key is 32 random bytes, one for each entry: the tree
 * tells nobody anything about an entry, and once key and bytes are erased the commitment is a random number to everyone.
 */
export function commitment(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (key.length !== KEY_BYTES) throw new AuditLogError("key-malformed", "An entry's key must have 32 bytes.");
  return hmacSha256(key, DOMAIN, bytes);
}

/** Leaf data begin with their kind, so that nothing else that may stand in the log one day can be shown as an entry. */
const ENTRY_LEAF = 1;

/** Leaf data of an entry: `0x01 || commitment`. */
export function entryLeaf(entryCommitment: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(ENTRY_LEAF), entryCommitment);
}

/** RFC 6962 section 2.1: SHA-256(0x00 || leaf data). */
export function leafHash(leafData: Uint8Array): Uint8Array {
  return sha256(LEAF_PREFIX, leafData);
}

const LEAF_PREFIX = Uint8Array.of(0);
const entryLeafInput = Uint8Array.of(0, ENTRY_LEAF, ...new Uint8Array(HASH_BYTES));

/** `leafHash(entryLeaf(c))` in one step, for long records. */
export function entryLeafHash(entryCommitment: Uint8Array): Uint8Array {
  if (entryCommitment.length !== HASH_BYTES)
    throw new AuditLogError("key-malformed", "A commitment must have 32 bytes.");
  entryLeafInput.set(entryCommitment, 2);
  const out = new Uint8Array(HASH_BYTES);
  sha256Into(entryLeafInput, out);
  return out;
}
