import type { ToldFacts } from "../facts.ts";
import { toldAbout } from "./out.ts";

/** Words by which V8, libvips and Emscripten say that the memory limit was met: PDFium, built without exceptions, aborts. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /memory|allocation failed|OOM|bad_alloc|Aborted\(/i.test(error.message);
}

/** What is told of a file that stopped the work. The error's own words stay here: the file may have chosen them. */
export function explain(error: unknown): ToldFacts {
  const known = toldAbout() ?? { pages: 0, hasPlace: false, locked: false, damaged: false };
  return isOutOfMemory(error) ? { ...known, reason: "too-large" } : { ...known, damaged: true, reason: "damaged" };
}
