import { equalBytes } from "./bytes.ts";
import { isCount } from "./decimal.ts";
import { nodeHash } from "./merkle.ts";
import { HASH_BYTES } from "./sha256.ts";

export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Uint8Array[];
}

/**
 * RFC 9162 section 2.1.3.2: the root that this proof leads to, or undefined when its length does not fit index and size,
 * so that no proof can be read for another place in the tree.
 */
export function rootFromInclusion(claim: InclusionClaim): Uint8Array | undefined {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return undefined;
  let node = claim.index;
  let last = claim.size - 1;
  let root = claim.leafHash;
  for (const sibling of claim.proof) {
    if (last === 0 || sibling.length !== HASH_BYTES) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? root : undefined;
}

/** True when the leaf stands at `index` in the tree with this root. Never throws on hostile numbers. */
export function verifyInclusion(claim: InclusionClaim & { readonly root: Uint8Array }): boolean {
  const root = rootFromInclusion(claim);
  return root !== undefined && equalBytes(root, claim.root);
}

function half(n: number): number {
  return Math.floor(n / 2);
}
