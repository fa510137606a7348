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

/** Steps of the search after which the best filling so far is taken: hostile rules may not hold up a judgement. */
const mostSteps = 20_000;

/**
 * Fills as many slots as can be with no paper used twice. By search, kept small for thousands of papers: a part that has
 * more choice than there are slots can always be filled last, papers that fit the same parts with the same values stand
 * for each other, and the slots of a part are filled in one order only.
 */
export function fillOnce(parts: readonly Slots[]): Filling {
  const total = parts.reduce((sum, part) => sum + part.need, 0);
  const kindOf = kinds(parts);
  const choices = parts.map((part, index) => ({ part, index, options: optionsOf(part, total, kindOf) }));
  const tight = choices.filter(({ options }) => keysIn(options) < total);
  const roomy = choices.filter(({ options }) => keysIn(options) >= total);
  const slots = tight.flatMap(({ part, index, options }) =>
    Array.from({ length: part.need }, () => ({ index, options })),
  );
  const used = new Set(search(slots));
  for (const { part, options } of roomy) for (const paper of freeOnes(options, used, part.need)) used.add(paper);
  return { filled: used.size, papers: [...used] };
}

interface Option {
  readonly key: string;
  readonly paper: Paper;
  /** Papers of one kind stand for each other in every part. */
  readonly kind: string;
}
interface Slot {
  readonly index: number;
  readonly options: readonly Option[];
}

function kinds(parts: readonly Slots[]): (paper: Paper) => string {
  const passing = parts.map((part) => new Set(part.passing));
  return (paper) =>
    parts.map((part, index) => (passing[index]?.has(paper) ? `1${part.keyOf?.(paper) ?? ""}` : "0")).join("\n");
}

/** Of each kind only as many as there are slots can matter. */
function optionsOf(part: Slots, total: number, kindOf: (paper: Paper) => string): readonly Option[] {
  const kept = new Map<string, number>();
  return part.passing.flatMap((paper) => {
    const key = part.keyOf ? part.keyOf(paper) : paper.id;
    if (key === null) return [];
    const kind = kindOf(paper);
    const count = kept.get(kind) ?? 0;
    kept.set(kind, count + 1);
    return count < total ? [{ key, paper, kind }] : [];
  });
}

function keysIn(options: readonly Option[]): number {
  return new Set(options.map((option) => option.key)).size;
}

function freeOnes(options: readonly Option[], used: ReadonlySet<Paper>, need: number): readonly Paper[] {
  const byKey = new Map<string, Paper>();
  for (const { key, paper } of options) if (!used.has(paper) && !byKey.has(key)) byKey.set(key, paper);
  return [...byKey.values()].slice(0, need);
}

/** The largest set of papers that fills the slots, trying each slot with each kind of paper, and empty. */
function search(slots: readonly Slot[]): readonly Paper[] {
  let best: readonly Paper[] = [];
  let steps = 0;
  const visit = (place: number, from: number, used: readonly Paper[], keys: ReadonlySet<string>): boolean => {
    const slot = slots[place];
    if (!slot) {
      if (used.length > best.length) best = used;
      return best.length === slots.length;
    }
    steps += 1;
    if (steps > mostSteps || used.length + slots.length - place <= best.length) return false;
    const next = (following: number) => (slots[place + 1]?.index === slot.index ? following : 0);
    const tried = new Set<string>();
    for (let choice = from; choice < slot.options.length; choice += 1) {
      const option = slot.options[choice];
      const key = option ? `${slot.index}\n${option.key}` : "";
      if (!option || keys.has(key) || tried.has(option.kind) || used.includes(option.paper)) continue;
      tried.add(option.kind);
      if (visit(place + 1, next(choice + 1), [...used, option.paper], new Set(keys).add(key))) return true;
    }
    return visit(place + 1, next(slot.options.length), used, keys);
  };
  visit(0, 0, [], new Set());
  return best;
}
