import { type Paper, tidyValue } from "../validity/paper.ts";

/** So many papers are wanted out of those that pass, with different values where `keyOf` is given. */
export interface Slots {
  readonly need: number;
  readonly passing: readonly Paper[];
  /** The value that has to differ; null when it is empty, and the paper cannot count. */
  readonly keyOf: ((paper: Paper) => string | null) | null;
}

export interface Filling {
  readonly filled: number;
  readonly papers: readonly Paper[];
}

/** The value of `distinctBy`, tidied; the type itself for "type". */
export function distinctKey(distinctBy: string): (paper: Paper) => string | null {
  if (distinctBy === "type") return (paper) => paper.typeId;
  return (paper) => {
    const value = paper.value(distinctBy);
    return value === undefined ? null : typeof value === "string" ? tidyValue(value) : String(value);
  };
}

/**
 * Fills as many slots as can be with no paper used twice. Exact, by search; kept small for thousands of papers, because
 * a part that has more choice than there are slots can always be filled last, and of papers that fit the same parts with
 * the same value only as many matter as there are slots.
 */
export function fillOnce(parts: readonly Slots[]): Filling {
  const total = parts.reduce((sum, part) => sum + part.need, 0);
  const choices = parts.map((part, index) => ({ part, index, options: optionsOf(part, parts, total) }));
  const tight = choices.filter(({ options }) => options.length < total);
  const roomy = choices.filter(({ options }) => options.length >= total);
  const best = search(
    tight.flatMap(({ part, index, options }) => Array.from({ length: part.need }, () => ({ index, options }))),
  );
  const used = new Set(best);
  for (const { part, options } of roomy) {
    const free = options.flatMap((option) => option.papers.find((paper) => !used.has(paper)) ?? []).slice(0, part.need);
    for (const paper of free) used.add(paper);
  }
  return { filled: used.size, papers: [...used] };
}

interface Option {
  readonly key: string;
  readonly papers: readonly Paper[];
}
interface Slot {
  readonly index: number;
  readonly options: readonly Option[];
}

function optionsOf(part: Slots, parts: readonly Slots[], total: number): readonly Option[] {
  const byKey = new Map<string, Paper[]>();
  const kept = new Map<string, number>();
  for (const paper of part.passing) {
    const key = part.keyOf ? part.keyOf(paper) : paper.id;
    if (key === null) continue;
    const signature = `${key}\n${parts.map((other) => (fits(other, paper) ? "1" : "0")).join("")}`;
    const count = kept.get(signature) ?? 0;
    if (count >= total) continue;
    kept.set(signature, count + 1);
    byKey.set(key, [...(byKey.get(key) ?? []), paper]);
  }
  return [...byKey].map(([key, papers]) => ({ key, papers }));
}

const passingSets = new WeakMap<Slots, ReadonlySet<Paper>>();
function fits(part: Slots, paper: Paper): boolean {
  const known = passingSets.get(part);
  if (known) return known.has(paper);
  const set = new Set(part.passing);
  passingSets.set(part, set);
  return set.has(paper);
}

/** The largest set of papers that fills the slots, trying each slot with each paper and empty. */
function search(slots: readonly Slot[]): readonly Paper[] {
  let best: readonly Paper[] = [];
  const visit = (place: number, used: ReadonlySet<Paper>, keys: ReadonlySet<string>): boolean => {
    const slot = slots[place];
    if (!slot) {
      if (used.size > best.length) best = [...used];
      return best.length === slots.length;
    }
    if (used.size + slots.length - place <= best.length) return false;
    for (const option of slot.options) {
      const key = `${slot.index}\n${option.key}`;
      if (keys.has(key)) continue;
      for (const paper of option.papers)
        if (!used.has(paper) && visit(place + 1, new Set(used).add(paper), new Set(keys).add(key))) return true;
    }
    return visit(place + 1, used, keys);
  };
  visit(0, new Set(), new Set());
  return best;
}
