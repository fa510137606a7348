import { appendLeaves, EMPTY_EDGE, type TreeEdge } from "../append.ts";
import type { TileReader } from "../tile-hashes.ts";
import { tilePath } from "../tile-path.ts";

/** A log's tiles in a map, grown only through `appendLeaves`, as a server would. */
export class TilesInMemory {
  readonly tiles = new Map<string, Uint8Array>();
  edge: TreeEdge = EMPTY_EDGE;
  root: Uint8Array = new Uint8Array();
  reads = 0;

  append(leafHashes: readonly Uint8Array[]): void {
    const grown = appendLeaves(this.edge, leafHashes);
    for (const tile of grown.tiles) this.tiles.set(tilePath(tile), tile.bytes);
    this.edge = grown.edge;
    this.root = grown.root;
  }

  readonly read: TileReader = async (level, index, width) => {
    this.reads += 1;
    const bytes = this.tiles.get(tilePath({ level, index, width }));
    if (bytes === undefined) throw new Error(`no tile ${level}/${index} of ${width}`);
    return bytes;
  };
}
