import type { DocumentType, Profession } from "./document-type.ts";
import { documentTypes, otherType } from "./document-types.ts";
import { mostWanted } from "./most-wanted.ts";
import { tidy, withinSlips } from "./words.ts";

interface Entry {
  readonly type: DocumentType;
  readonly position: number;
  readonly names: readonly Name[];
}
interface Name {
  readonly text: string;
  readonly words: readonly string[];
  /** The official name weighs a little more than the others. */
  readonly own: boolean;
}

let entries: readonly Entry[] | undefined;

/**
 * Finds types by what people call them, best first. Forgives case, accents, punctuation, unfinished words and a slip of
 * the finger. An empty query answers the most wanted of the profession, or all types. With a profession, types that its
 * hirers ask for come before others that match as well.
 */
export function searchTypes(query: string, options: { profession?: Profession } = {}): readonly DocumentType[] {
  entries ??= documentTypes.map(entryOf);
  const typed = tidy(query);
  const wanted = options.profession ? mostWanted(options.profession) : [];
  if (typed === "") return whenNothingTyped(wanted);
  return entries
    .map((entry) => ({ entry, score: score(entry, typed) }))
    .filter((found) => found.score > 0)
    .map((found) => ({ ...found, score: found.score + closeness(found.entry.type, wanted, options.profession) }))
    .sort((one, two) => two.score - one.score || one.entry.position - two.entry.position)
    .map((found) => found.entry.type);
}

function whenNothingTyped(wanted: readonly string[]): readonly DocumentType[] {
  const rest = documentTypes.filter((type) => !wanted.includes(type.id));
  return [...wanted.flatMap((id) => documentTypes.filter((type) => type.id === id)), ...rest];
}

function entryOf(type: DocumentType, position: number): Entry {
  const names = [type.name, ...type.otherNames].map((name, index) => {
    const text = tidy(name);
    return { text, words: text.split(" "), own: index === 0 };
  });
  const byId = { text: tidy(type.id), words: tidy(type.id).split(" "), own: false };
  return { type, position, names: [...names, byId] };
}

/** Decides between types that match about as well: what this profession is asked for, then what it can hold. */
function closeness(type: DocumentType, wanted: readonly string[], profession: Profession | undefined): number {
  if (type === otherType) return -0.9;
  if (!profession) return 0;
  const place = wanted.indexOf(type.id);
  return (place === -1 ? 0 : 8 - place * 0.3) + (type.roles.includes(profession) ? 0.3 : 0);
}

function score(entry: Entry, typed: string): number {
  const byName = Math.max(...entry.names.map((name) => nameScore(name, typed)));
  if (byName > 0) return byName;
  // "crb check": each word from another of its names.
  const everyWord = entry.names.flatMap((name) => name.words);
  const matches = wordMatches(everyWord, typed);
  return matches.includes(0) ? 0 : 4 + mean(matches) * 2;
}

function nameScore(name: Name, typed: string): number {
  const own = name.own ? 1 : 0;
  if (name.text === typed) return 40 + own;
  if (name.text.startsWith(`${typed} `) || name.text.replaceAll(" ", "") === typed.replaceAll(" ", "")) return 34 + own;
  if (name.text.startsWith(typed)) return 30 + own;
  const matches = wordMatches(name.words, typed);
  if (matches.includes(0)) return 0;
  const share = matches.length / Math.max(name.words.length, matches.length);
  return 14 + mean(matches) * 4 + share * 4 + own;
}

function wordMatches(words: readonly string[], typed: string): readonly number[] {
  return typed.split(" ").map((word) => Math.max(...words.map((candidate) => wordScore(candidate, word))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 3 the word itself, 2 its beginning, 1 the word or its beginning with a slip, 0 another word. */
function wordScore(word: string, typed: string): number {
  if (word === typed) return 3;
  if (word.startsWith(typed)) return 2;
  const slips = typed.length <= 3 ? 0 : typed.length <= 6 ? 1 : 2;
  if (slips === 0) return 0;
  if (withinSlips(typed, word, slips)) return 1;
  return typed.length >= 5 && withinSlips(typed, word.slice(0, typed.length), 1) ? 1 : 0;
}
