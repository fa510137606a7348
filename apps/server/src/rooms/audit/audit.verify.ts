import {
  AuditLogError,
  appendLeaves,
  commitment,
  EMPTY_EDGE,
  type Entry,
  entryLeafHash,
  labelHash,
  openCheckpoint,
  parseEntry,
  rootOfEdge,
  type TreeEdge,
  toBase64,
} from "@locum-passport/audit-log";
import { EnvelopeError, openField } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import { entryPlace, unpackOpening } from "./audit.model.ts";
import { readTiles } from "./audit.sequencer.store.ts";
import * as store from "./audit.verify.store.ts";

export interface LogVerified {
  leaves: number;
  entries: number;
  chains: number;
  checkpoints: number;
  /** In words, one a fault; empty when all is as it was signed. */
  faults: string[];
}

const pageSize = 1000;
const mostFaults = 200;

/** The whole log against itself: rows against leaves, leaves against tiles, tiles against every signed checkpoint. */
export async function verifyLog(ctx: Context): Promise<LogVerified> {
  const faults: string[] = [];
  const fault = (sentence: string) => {
    if (faults.length < mostFaults) faults.push(sentence);
  };
  // First, because a running server writes it last: read after the rows, a checkpoint published in between would look forged.
  const kept = await ctx.ports.logSigner.kept();
  const checkpoints = await ctx.house((tx) => store.everyCheckpoint(tx));
  const leaves = await verifyTree(ctx, checkpoints, fault);
  verifyKept(kept, checkpoints, fault);
  const chains = await ctx.house((tx) => store.everyChain(tx));
  let entries = 0;
  for (const chain of chains) entries += await verifyChain(ctx, chain, fault);
  return { leaves, entries, chains: chains.length, checkpoints: checkpoints.length, faults };
}

type Fault = (sentence: string) => void;

async function verifyTree(
  ctx: Context,
  checkpoints: readonly { size: number; root: Buffer; note: string }[],
  fault: Fault,
): Promise<number> {
  let edge: TreeEdge = EMPTY_EDGE;
  for (const checkpoint of checkpoints) {
    for (let at = edge.size; at < checkpoint.size; at = edge.size) {
      const rows = await ctx.house((tx) => store.leavesFrom(tx, at, Math.min(pageSize, checkpoint.size - at)));
      rows.forEach((row, n) => {
        if (row.leaf_index !== at + n) fault(`Leaf ${at + n} of the log is missing.`);
        if (row.account_id === null) return;
        if (row.commitment === null) fault(`Leaf ${row.leaf_index} stands for an entry that is not there.`);
        else if (!row.leaf_hash.equals(entryLeafHash(row.commitment))) {
          fault(`Leaf ${row.leaf_index} does not fit entry ${row.seq} of its chain: one of them was changed.`);
        }
      });
      if (rows.length === 0) {
        fault(`The log ends at ${at}, but a checkpoint was signed at ${checkpoint.size}.`);
        return at;
      }
      const grown = appendLeaves(
        edge,
        rows.map((row) => row.leaf_hash),
      );
      await compareTiles(ctx, grown.tiles, fault);
      edge = grown.edge;
    }
    verifyCheckpoint(ctx, checkpoint, edge, fault);
  }
  return edge.size;
}

/** A stored tile may be wider by now; what it shares with the one just hashed must be the same bytes. */
async function compareTiles(
  ctx: Context,
  tiles: readonly { level: number; index: number; bytes: Uint8Array }[],
  fault: Fault,
) {
  const stored = await ctx.house((tx) => readTiles(tx, tiles));
  const found = new Map(stored.map((tile) => [`${tile.level}/${tile.tile_index}`, tile.bytes]));
  for (const tile of tiles) {
    const bytes = found.get(`${tile.level}/${tile.index}`);
    if (!bytes?.subarray(0, tile.bytes.length).equals(tile.bytes)) {
      fault(`Tile ${tile.level}/${tile.index} does not hold the hashes of the leaves below it.`);
    }
  }
}

function verifyCheckpoint(
  ctx: Context,
  checkpoint: { size: number; root: Buffer; note: string },
  edge: TreeEdge,
  fault: Fault,
) {
  try {
    const signed = openCheckpoint(checkpoint.note, ctx.ports.logSigner.signer);
    const root = Buffer.from(rootOfEdge(edge));
    if (signed.size !== checkpoint.size || !root.equals(signed.root) || !root.equals(checkpoint.root)) {
      fault(`The checkpoint at ${checkpoint.size} was signed over another tree than the leaves make now.`);
    }
  } catch (error) {
    if (!(error instanceof AuditLogError)) throw error;
    fault(`The checkpoint at ${checkpoint.size} does not open: ${error.message}`);
  }
}

function verifyKept(
  kept: { size: number; root: Uint8Array } | undefined,
  checkpoints: readonly { size: number; root: Buffer }[],
  fault: Fault,
): void {
  if (!kept) return;
  const same = checkpoints.find((checkpoint) => checkpoint.size === kept.size);
  if (!same) fault(`The checkpoint kept outside the database (size ${kept.size}) is not in the database.`);
  else if (!same.root.equals(kept.root))
    fault(`The checkpoint kept outside the database contradicts the database at ${kept.size}.`);
}

async function verifyChain(ctx: Context, chain: store.Chain, fault: Fault): Promise<number> {
  const key = await ctx.house((tx) => ctx.ports.accountKeys.of(tx, chain.account_id));
  const where = (seq: number) => `entry ${seq} of chain ${chain.uid}`;
  let prev = "";
  let seq = 0;
  for (;;) {
    const rows = await ctx.house((tx) =>
      store.chainEntries(tx, { accountId: chain.account_id, after: seq, upTo: chain.seq, limit: pageSize }),
    );
    for (const row of rows) {
      if (row.seq !== seq + 1) fault(`Entries ${seq + 1} to ${row.seq - 1} of chain ${chain.uid} are missing.`);
      if (row.leaf_index === null && !row.pending) fault(`The log has no place for ${where(row.seq)}.`);
      if (row.sealed !== null) {
        const told = openSealed(key, chain, row.seq, row.sealed, row.commitment);
        if (typeof told === "string") fault(`${where(row.seq)}: ${told}`);
        else if (told.seq !== row.seq || told.uid !== chain.uid || (seq === row.seq - 1 && told.prev !== prev)) {
          fault(`${where(row.seq)} does not follow the one before it.`);
        }
      }
      prev = toBase64(row.commitment);
      seq = row.seq;
    }
    if (rows.length < pageSize) break;
  }
  if (seq !== chain.seq || prev !== (chain.head.length === 0 ? "" : toBase64(chain.head))) {
    fault(`Chain ${chain.uid} ends at ${seq}, but its head says ${chain.seq}.`);
  }
  return seq;
}

function openSealed(
  key: Uint8Array,
  chain: store.Chain,
  seq: number,
  sealed: Buffer,
  expected: Buffer,
): Entry | string {
  try {
    const opening = unpackOpening(openField(key, entryPlace(chain.account_id, seq), sealed));
    if (!expected.equals(commitment(opening.key, opening.entry))) return "its bytes do not fit its commitment";
    const entry = parseEntry(opening.entry);
    const label = opening.label === undefined ? undefined : labelHash(opening.label);
    return entry.label === label ? entry : "its words do not fit the entry";
  } catch (error) {
    if (error instanceof AuditLogError || error instanceof EnvelopeError || error instanceof RangeError) {
      return `it does not open: ${error.message}`;
    }
    throw error;
  }
}
