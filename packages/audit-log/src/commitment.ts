import { utf8 } from "./bytes.ts";
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

/** Leaf data begin with a kind, so that no heartbeat can ever be shown as an entry. */
const ENTRY_LEAF = 1;
const HEARTBEAT_LEAF = 2;
const SUCCESSION_LEAF = 3;

/** Leaf data of an entry: `0x01 || commitment`. */
export function entryLeaf(entryCommitment: Uint8Array): Uint8Array {
  return leaf(ENTRY_LEAF, entryCommitment);
}

/** Leaf data of the hourly heartbeat: `0x02 || time`, eight bytes big-endian, milliseconds since the epoch, UTC. */
export function heartbeatLeaf(milliseconds: number): Uint8Array {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(milliseconds));
  return leaf(HEARTBEAT_LEAF, time);
}

/** First leaf of a log that follows another after a restore: `0x03 || SHA-256(text of the last checkpoint known)`. */
export function successionLeaf(lastCheckpoint: string): Uint8Array {
  return leaf(SUCCESSION_LEAF, sha256(utf8(lastCheckpoint)));
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

function leaf(kind: number, content: Uint8Array): Uint8Array {
  const data = new Uint8Array(1 + content.length);
  data[0] = kind;
  data.set(content, 1);
  return data;
}
