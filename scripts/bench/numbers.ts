export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (high === undefined) throw new Error("Nothing was measured");
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** Milliseconds that something took. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/**
 * Two things measured in turns, A B A B, after one turn each that does not count. The machine's mood falls on both alike;
 * the median of the pairs' ratios is what is reported.
 */
export async function inTurns(
  turns: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number; ratio: number; ratios: number[] }> {
  await a();
  await b();
  const as: number[] = [];
  const bs: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    as.push(await a());
    bs.push(await b());
  }
  const ratios = as.map((value, at) => value / (bs[at] ?? Number.NaN));
  return { a: median(as), b: median(bs), ratio: median(ratios), ratios };
}

/** Runs `work` for 0 to count - 1, so many at a time. */
export async function atOnce(
  lanes: number,
  count: number,
  work: (n: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (at: number) => {
    while (next < count) await work(next++, at);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, (_, at) => lane(at)));
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The spread, for a note: smallest and largest of what the median stands for. */
export const spread = (values: readonly number[], digits = 2): string =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
