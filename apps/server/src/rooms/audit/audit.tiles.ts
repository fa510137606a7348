import type { MiddleRows, TileReader } from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import * as store from "./audit.sequencer.store.ts";

interface Asked {
  level: number;
  index: number;
  width: number;
  resolve(bytes: Uint8Array): void;
  reject(error: unknown): void;
}

/** Reads tiles outside any transaction of the caller's; those asked for in one turn travel in one query. */
export function batchedTileReader(ctx: Context): TileReader {
  let asked: Asked[] = [];
  const flush = async () => {
    const batch = asked;
    asked = [];
    try {
      const rows = await ctx.house((tx) => store.readTiles(tx, batch));
      const found = new Map(rows.map((row) => [`${row.level}/${row.tile_index}`, row]));
      for (const tile of batch) answer(tile, found.get(`${tile.level}/${tile.index}`));
    } catch (error) {
      for (const tile of batch) tile.reject(error);
    }
  };
  return (level, index, width) =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) setImmediate(() => void flush());
      asked.push({ level, index, width, resolve, reject });
    });
}

function answer(tile: Asked, row: { width: number; bytes: Buffer } | undefined): void {
  if (!row || row.width < tile.width) tile.reject(new Error(`Tile ${tile.level}/${tile.index} is not stored`));
  else tile.resolve(new Uint8Array(row.bytes.subarray(0, tile.width * 32)));
}

const mostMiddleRows = 8192;

/** Middle rows of full tiles never change: 512 bytes each, at most 4 MB, the oldest go first. */
function boundedMiddleRows(): MiddleRows {
  const rows = new Map<string, Uint8Array>();
  return {
    get: (level, index) => rows.get(`${level}/${index}`),
    set(level, index, row) {
      const [oldest] = rows.keys();
      if (rows.size >= mostMiddleRows && oldest !== undefined) rows.delete(oldest);
      rows.set(`${level}/${index}`, row);
    },
  };
}

export const tileOptions = { middleRows: boundedMiddleRows() };
