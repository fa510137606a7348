import {
  appendLeaves,
  EMPTY_EDGE,
  entryLeafHash,
  leafHash,
  readEdge,
  rootOfEdge,
  signCheckpoint,
  type TileReader,
  type TreeEdge,
} from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import * as store from "./audit.sequencer.store.ts";
import { takeLogLock } from "./audit.store.ts";

const batchSize = 2000;
const heartbeatMs = 3_600_000;

/**
 * Gives committed entries their place in the log and publishes a signed checkpoint. Any server may call it; one at a time
 * works. Killed at any point, the next call goes on from what is durable. Resolves to the size published.
 */
export async function sequence(ctx: Context): Promise<number> {
  await placeBatch(ctx);
  return publish(ctx);
}

/** Order: entries that committed before the lock was taken, by their instant. Those that come after get a later one. */
function placeBatch(ctx: Context): Promise<void> {
  return ctx.house(async (tx) => {
    const head = await store.logHead(tx);
    const now = ctx.now();
    const heartbeatDue = head.at === null || now.getTime() - head.at.getTime() >= heartbeatMs;
    if (!heartbeatDue && !(await store.anythingPending(tx))) return;
    if (!(await store.tryBecomeSequencer(tx))) return;
    await takeLogLock(tx);
    const [pending, { size, at }] = await Promise.all([store.readPending(tx, batchSize), store.logHead(tx)]);
    const leaves: store.LeafRow[] = pending.map((entry, n) => ({
      leaf_index: size + n,
      leaf_hash: hex(entryLeafHash(entry.commitment)),
      account_id: entry.account_id,
      seq: entry.seq,
    }));
    let newest = pending.at(-1)?.at ?? at ?? now;
    if (heartbeatDue && leaves.length < batchSize) {
      newest = new Date(Math.max(newest.getTime(), now.getTime(), at?.getTime() ?? 0));
      leaves.push({
        leaf_index: size + leaves.length,
        leaf_hash: hex(heartbeat(newest)),
        account_id: null,
        seq: null,
      });
    }
    if (leaves.length > 0)
      await store.placeLeaves(
        tx,
        leaves,
        newest,
        pending.map((entry) => entry.n),
      );
  });
}

/** A leaf of the log's own: kind 2 (an entry's is 1) and the time, eight bytes, milliseconds since the epoch. */
function heartbeat(at: Date): Uint8Array {
  const leaf = Buffer.alloc(9);
  leaf.writeUInt8(2, 0);
  leaf.writeBigUInt64BE(BigInt(at.getTime()), 1);
  return leafHash(leaf);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Tiles durable, read again and hashed again, then signed, then published. Nothing is signed that is not on disk. */
async function publish(ctx: Context): Promise<number> {
  const grown = await growTiles(ctx);
  if (!grown) return 0;
  const { logSigner } = ctx.ports;
  const root = await ctx.house(async (tx) => rootOfEdge(await readEdge(tileReader(tx), grown.size)));
  if (!Buffer.from(root).equals(grown.root)) throw new Error("The tiles read back do not hash to what was written");
  const note = signCheckpoint(logSigner.signer, { origin: logSigner.origin, size: grown.size, root });
  const checkpoint = { size: grown.size, origin: logSigner.origin, root, note, at: ctx.now() };
  await ctx.house((tx) => store.insertCheckpoint(tx, checkpoint));
  await logSigner.keep(note);
  return grown.size;
}

function growTiles(ctx: Context): Promise<{ size: number; root: Uint8Array } | undefined> {
  return ctx.house(async (tx) => {
    const head = await store.logHead(tx);
    const last = await store.newestCheckpoint(tx);
    const published = last?.size ?? 0;
    if (head.size === published) return undefined;
    if (!(await store.tryBecomeSequencer(tx))) return undefined;
    const edge: TreeEdge = published === 0 ? EMPTY_EDGE : await readEdge(tileReader(tx), published);
    // The attack: somebody edits tiles below the last checkpoint and waits for us to sign over it.
    if (last && !Buffer.from(rootOfEdge(edge)).equals(last.root)) {
      throw new Error("The stored tiles do not match the last signed checkpoint. Nothing more is signed");
    }
    const hashes = await store.readLeafHashes(tx, published, head.size - published);
    if (hashes.length !== head.size - published)
      throw new Error("Leaves are missing between the checkpoint and the head");
    const { tiles, size, root } = appendLeaves(edge, hashes);
    await store.writeTiles(
      tx,
      tiles.map((tile) => ({ level: tile.level, tile_index: tile.index, width: tile.width, bytes: hex(tile.bytes) })),
    );
    return { size, root };
  });
}

/** Reads stored tiles; a wider stored tile serves a narrower wish, since a tile's first hashes never change. */
export function tileReader(tx: Parameters<typeof store.readTile>[0]): TileReader {
  return async (level, index, width) => {
    const tile = await store.readTile(tx, level, index);
    if (!tile || tile.width < width) throw new Error(`Tile ${level}/${index} of ${width} hashes is not stored`);
    return new Uint8Array(tile.bytes.subarray(0, width * 32));
  };
}

/** The database and what was signed of it do not agree: a later start would have the log say two things. */
export class LogContradiction extends Error {}

/** Refuses to go on when the checkpoint kept outside the database is ahead of it or of another history. */
export async function checkLogAtStart(ctx: Context): Promise<void> {
  const kept = await ctx.ports.logSigner.kept();
  if (!kept) return;
  const root = await ctx.house(async (tx) => {
    const head = await store.newestCheckpoint(tx);
    if (!head || head.size < kept.size) return undefined;
    return rootOfEdge(await readEdge(tileReader(tx), kept.size));
  });
  if (root === undefined || !Buffer.from(root).equals(kept.root)) {
    throw new LogContradiction(
      "The database is older than, or different from, the last checkpoint that was signed (DATA_DIR/log/checkpoint). The log would contradict itself, so nothing is started. Restore the newest backup of the database.",
    );
  }
}
