import type { Context } from "../../../context.ts";
import { touchPack } from "../packs.store.ts";
import type { PackRow } from "../packs.tables.ts";

const TOLD_EVERY_MS = 400;

/** Tells how far a pack is, and finds out at the same time that nobody wants it any more. */
export class PackProgress {
  total = 0;
  private done = 0;
  private toldAt = 0;
  private readonly stopped = new AbortController();
  private readonly ctx: Context;
  private readonly row: PackRow;

  constructor(ctx: Context, row: PackRow) {
    this.ctx = ctx;
    this.row = row;
  }

  /** Aborted when the pack was cancelled, or the work has failed. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.ctx.signal, this.stopped.signal]);
  }

  stop(): void {
    this.stopped.abort();
  }

  async step(): Promise<void> {
    this.done += 1;
    if (performance.now() - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = performance.now();
    const [done, total] = [this.done, this.total];
    const wanted = await this.ctx.house((tx) => touchPack(tx, this.row, { done, total, at: this.ctx.now() }));
    if (!wanted) throw new PackNotWanted();
  }
}

/** It was cancelled, or another worker was faster. */
export class PackNotWanted extends Error {
  override readonly name = "PackNotWanted";
}
