import { dayInWords } from "./status-words.ts";

/** One hirer's readiness, as far as a sentence needs it. */
export interface ReadinessTold {
  readonly name: string;
  /** False for a starter list that nobody asked for by name. */
  readonly isAgency: boolean;
  readonly ready: boolean;
  readonly asked: number;
  readonly held: number;
  readonly openQuestions: number;
  readonly breaksOn: string | null;
}

interface Told {
  readonly profiles: readonly ReadinessTold[];
  /** Papers kept at all. */
  readonly papers: number;
  /** Papers whose original somebody has still to be shown, each once. */
  readonly originalsToShow: number;
  /** Names of what the smallest set of new papers is, each once; what they would make ready. */
  readonly toGet: readonly string[];
  readonly readyWithThem: number;
}

const mostNamed = 2;

/** Readiness in plain sentences. Never that somebody may work: the agency decides. */
export function readinessSentences({
  profiles,
  papers,
  originalsToShow,
  toGet,
  readyWithThem,
}: Told): readonly string[] {
  if (papers === 0) return ["Your passport is empty. Start with any one document: a minute's work."];
  if (profiles.length === 0) return [];
  return [
    ...standing(profiles),
    ...renewing(profiles, toGet, readyWithThem),
    ...unknown(profiles),
    ...breaking(profiles),
    ...originals(originalsToShow),
  ];
}

function standing(profiles: readonly ReadinessTold[]): string[] {
  const [only] = profiles;
  if (profiles.length === 1 && only) {
    const who = only.isAgency ? `${only.name} asks for` : `the list for ${only.name} asks for`;
    return only.ready ? [`You have everything ${who}.`] : [`You have ${only.held} of the ${only.asked} things ${who}.`];
  }
  const ready = profiles.filter((profile) => profile.ready).length;
  const all = profiles.length;
  if (ready === all) return [`You have everything ${all === 2 ? "both" : `all ${all}`} of your agencies ask for.`];
  if (ready === 0) return [`None of your ${all} agencies has everything it asks for yet.`];
  return [`You have everything ${ready} of your ${all} agencies ${ready === 1 ? "asks" : "ask"} for.`];
}

/** "Renew basic life support and it is 4." */
function renewing(profiles: readonly ReadinessTold[], toGet: readonly string[], readyWithThem: number): string[] {
  const ready = profiles.filter((profile) => profile.ready).length;
  if (toGet.length === 0 || toGet.length > mostNamed || readyWithThem <= ready) return [];
  const names = toGet.map(lowered).join(" and ");
  const one = profiles.length === 1;
  return [one ? `Add ${names} and that is all of it.` : `Add ${names} and it is ${readyWithThem}.`];
}

function unknown(profiles: readonly ReadinessTold[]): string[] {
  const open = Math.max(0, ...profiles.map(({ openQuestions }) => openQuestions));
  if (open === 0) return [];
  return [`We cannot tell everything yet: ${open === 1 ? "one question is" : `${open} questions are`} open.`];
}

function breaking(profiles: readonly ReadinessTold[]): string[] {
  const first = profiles
    .flatMap(({ name, isAgency, breaksOn }) => (breaksOn === null ? [] : [{ name, isAgency, breaksOn }]))
    .sort((one, two) => (one.breaksOn < two.breaksOn ? -1 : 1))[0];
  if (!first) return [];
  const list = first.isAgency ? `${first.name}${first.name.endsWith("s") ? "'" : "'s"} list` : "that list";
  return [`On ${dayInWords(first.breaksOn)} ${list} breaks.`];
}

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function originals(count: number): string[] {
  if (count === 0) return [];
  const word = numbers[count] ?? String(count);
  return [count === 1 ? "One original is still to be shown." : `${word} originals are still to be shown.`];
}

/** "basic life support", but "DBS certificate" as it is. */
function lowered(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name[0]?.toLowerCase()}${name.slice(1)}` : name;
}
