import { parseDecimal } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";

/** A tile holds 256 hashes of its level when full (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;

/** `level` 0 to 63; `index` of the tile within it; `width` 1 to 256 hashes, 256 being a full tile. */
export interface TileAddress {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]`: index 1234067 becomes `x001/x234/067`. Throws `tile-path-malformed` for numbers out of range. */
export function tilePath(tile: TileAddress): string {
  const { level, index, width } = tile;
  const fits = inRange(level, 0, 63) && inRange(index, 0, Number.MAX_SAFE_INTEGER) && inRange(width, 1, TILE_WIDTH);
  if (!fits) throw malformed();
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, "0"));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${path}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** Strict inverse of `tilePath`: one spelling for each tile, else `tile-path-malformed`. */
export function parseTilePath(path: string): TileAddress {
  const found = /^tile\/(\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (found === null) throw malformed();
  const [, levelText = "", indexText = "", widthText] = found;
  const digits = indexText.replace(/[x/]/g, "").replace(/^0+(?=\d)/, "");
  const tile = {
    level: parseDecimal(levelText, "tile-path-malformed"),
    index: parseDecimal(digits, "tile-path-malformed"),
    width: widthText === undefined ? TILE_WIDTH : parseDecimal(widthText, "tile-path-malformed"),
  };
  // Writing it again refuses a needless x000 group and a `.p/256`.
  if (tilePath(tile) !== path) throw malformed();
  return tile;
}

/** Hashes that the tile at `level` and `index` holds in a tree of `size` leaves: 0 when it does not exist yet. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

function inRange(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}

function malformed(): AuditLogError {
  return new AuditLogError("tile-path-malformed", "This is not the path of a tile.");
}
