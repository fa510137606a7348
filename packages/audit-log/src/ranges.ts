import { isCount } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { splitPoint } from "./merkle.ts";

/** Leaves `from` up to, not including, `to`: one node of the tree, whose hash a proof carries. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** RFC 6962 section 2.1.1: the nodes of an inclusion proof, leaf's sibling first. */
export function inclusionRanges(index: number, size: number): Range[] {
  requireInTree(index, size);
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** RFC 6962 section 2.1.2: the nodes of a consistency proof from `oldSize` to `size`, in the order of the RFC. */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) {
    throw new AuditLogError("tree-arguments", "The older tree must not be larger than the newer one.");
  }
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  let wholeOldTree = true;
  while (oldSize !== to) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
      wholeOldTree = false;
    }
  }
  // The old root itself is known to whoever asks; any other last node must be told.
  if (!wholeOldTree) ranges.unshift({ from, to });
  return ranges;
}

/** Splits a node into full subtrees; only a node on the right edge of the tree has more than one. */
export function fullSubtrees(range: Range): Range[] {
  const parts: Range[] = [];
  let from = range.from;
  while (from < range.to) {
    const left = range.to - from;
    const width = isPowerOfTwo(left) ? left : splitPoint(left);
    parts.push({ from, to: from + width });
    from += width;
  }
  return parts;
}

/** Height of a full subtree over `leaves` (a power of two) leaves. */
export function heightOf(leaves: number): number {
  let height = 0;
  for (let width = 1; width < leaves; width *= 2) height += 1;
  return height;
}

function isPowerOfTwo(n: number): boolean {
  let k = 1;
  while (k < n) k *= 2;
  return k === n;
}

function requireInTree(index: number, size: number): void {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new AuditLogError("tree-arguments", "The index must be smaller than the size of the tree.");
  }
}
