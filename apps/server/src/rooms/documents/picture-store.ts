import { Readable } from "node:stream";
import type { Context } from "../../context.ts";
import { DatabaseUnavailable } from "../../platform/postgres/database.ts";
import type { PictureSink } from "../../platform/sandbox/index.ts";
import type { PictureRow } from "./contents.store.ts";
import type { OpenedPaper } from "./documents.open.ts";
import { removeBlobs } from "./in-flight.ts";

/** Blobs made durable together: few flushes, and few open files at a time. */
const TOGETHER = 64;

/** Takes the pictures of one paper in, sealed; rows are the caller's to store. What no row comes to name goes again. */
export class PictureStore {
  readonly rows: PictureRow[] = [];
  private readonly written: string[] = [];
  private waiting = 0;
  private batch;
  private readonly ctx: Context;
  private readonly paper: OpenedPaper;
  private readonly newBlob: () => string;

  constructor(ctx: Context, paper: OpenedPaper, newBlob: () => string) {
    this.ctx = ctx;
    this.paper = paper;
    this.newBlob = newBlob;
    this.batch = ctx.ports.blobs.batch();
  }

  /** For one file, whose first page is the version's page `before + 1`. */
  sink(before: number): PictureSink {
    return async ({ page, size, height, webp }) => {
      const blobId = this.newBlob();
      this.written.push(blobId);
      const sealed = this.paper.seal(blobId, webp);
      await this.batch.write(blobId, Readable.from([sealed], { objectMode: false }));
      this.rows.push({
        content_id: this.paper.contentId,
        page: before + page,
        width: size,
        height,
        blob_id: blobId,
        bytes: webp.length,
      });
      this.waiting += 1;
      if (this.waiting === TOGETHER) await this.flush();
    };
  }

  /** A page whose second size never came, because the child was killed between the two, is no page. */
  keepUpTo(page: number): void {
    const whole = this.rows.filter((row) => row.page <= page);
    this.rows.splice(0, this.rows.length, ...whole);
  }

  async flush(): Promise<void> {
    await this.batch.commit();
    this.batch = this.ctx.ports.blobs.batch();
    this.waiting = 0;
  }

  /** Stores the rows by `store`, which answers whether it did; removes every blob that no row names then. */
  async settle(store: () => Promise<boolean>): Promise<void> {
    let named: readonly PictureRow[] = [];
    try {
      if (await store()) named = this.rows;
    } catch (error) {
      // A commit that was not answered may have happened: the sweep looks whether rows name them.
      if (error instanceof DatabaseUnavailable && error.stage === "commit") named = this.rows;
      throw error;
    } finally {
      await this.batch.abandon();
      const keep = new Set(named.map((row) => row.blob_id));
      await removeBlobs(
        this.ctx,
        this.written.filter((id) => !keep.has(id)),
      );
    }
  }
}
