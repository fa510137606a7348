import { type RecordHead, readUnverifiedCheckpoint, signSummary } from "@locum-passport/audit-log";
import type { Act } from "@locum-passport/contract";
import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";
import { append } from "./audit.append.ts";
import type { Opening } from "./audit.model.ts";
import * as sequencerStore from "./audit.sequencer.store.ts";
import { sequence } from "./audit.sequencer.ts";
import { isLockWait } from "./audit.sequencing.ts";
import * as store from "./audit.store.ts";
import { openedEntries } from "./audit.timeline.ts";

/** A chain that is in the tree up to its last entry, with the checkpoint that proves it. */
export interface HeldRecord {
  checkpoint: string;
  size: number;
  /** The checkpoint with this record's own head, signed. */
  summary: string;
  uid: string;
  entries: AsyncIterable<{ seq: number; index: number; opening: Opening }>;
}

/** Writes that the record is being looked at, waits until that entry is in the tree, and hands the whole record over. */
export async function holdRecord(ctx: Context, accountId: string, act: Act): Promise<HeldRecord> {
  const [written] = await ctx.transaction((tx) => append(ctx, tx, [{ accountId, act }]));
  if (!written) throw new Error("The entry was not written");
  const note = await checkpointWith(ctx, accountId, written.seq);
  const { size, root, origin } = readUnverifiedCheckpoint(note);
  const head = await ctx.transaction((tx) => store.chainAt(tx, accountId, written.seq));
  const record: RecordHead = { uid: head.uid, count: written.seq, last: new Uint8Array(head.commitment) };
  return {
    checkpoint: note,
    size,
    summary: signSummary(ctx.ports.logSigner.signer, { origin, size, root }, record),
    uid: head.uid,
    entries: heldEntries(ctx, accountId, written.seq),
  };
}

const longestWaitMs = 5000;

/** The newest checkpoint, once it covers that entry. Where none does yet, moves the log on itself rather than wait for the next turn. */
export async function checkpointWith(ctx: Context, accountId: string, seq: number): Promise<string> {
  const started = Date.now();
  for (let looks = 0; ; looks += 1) {
    const found = await ctx.house(async (tx) => {
      const [leaf, newest] = await Promise.all([store.leafOf(tx, accountId, seq), sequencerStore.newestCheckpoint(tx)]);
      return leaf !== undefined && newest && newest.size > leaf ? newest.note : undefined;
    });
    if (found !== undefined) return found;
    await sequence(ctx).catch(ignoreLockWait);
    if (Date.now() - started > longestWaitMs) {
      refuse("unavailable", { detail: "The log is busy. Nothing is lost. Try again in a moment.", retryAfter: 2 });
    }
    if (looks > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function ignoreLockWait(error: unknown): void {
  if (isLockWait(error)) return;
  throw error;
}

async function* heldEntries(ctx: Context, accountId: string, upTo: number): HeldRecord["entries"] {
  const key = await ctx.transaction((tx) => ctx.ports.accountKeys.of(tx, accountId));
  for await (const entry of openedEntries(ctx, (run) => ctx.transaction(run), accountId, key)) {
    if (entry.seq > upTo) return;
    if (entry.leafIndex === null) throw new Error(`Entry ${entry.seq} is not in the tree although a later one is`);
    // Erased content: its place stays proven by the tree, and the export shows a gap where it was.
    if (entry.opening !== null) yield { seq: entry.seq, index: entry.leafIndex, opening: entry.opening };
  }
}
