import { tidy } from "../catalogue/words.ts";

const titles: ReadonlySet<string> = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "mx",
  "dr",
  "prof",
  "professor",
  "sister",
  "sr",
]);

/**
 * Whether two names could be one person's, as papers print them: the surname must be there in both, further names may be
 * left out or shortened to an initial, and their order does not matter.
 */
export function sameName(one: string, two: string): boolean {
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(two)].sort((a, b) => a.length - b.length);
  if (fewer.length === 0) return false;
  const rest = [...more];
  let whole = 0;
  for (const word of [...fewer].sort((a, b) => b.length - a.length)) {
    const same = rest.indexOf(word);
    const place = same === -1 ? rest.findIndex((other) => isInitialOf(word, other)) : same;
    if (place === -1) return false;
    if (same !== -1) whole += 1;
    rest.splice(place, 1);
  }
  return whole > 0 && surnameIsInBoth(fewer, more);
}

/** The surname stands last, or first where papers print it so. A given name alone is not enough. */
function surnameIsInBoth(fewer: readonly string[], more: readonly string[]): boolean {
  return fewer.includes(more.at(-1) ?? "") || (fewer.length > 1 && fewer.at(-1) === more[0]);
}

function wordsOf(name: string): readonly string[] {
  return tidy(name)
    .split(" ")
    .filter((word) => word !== "" && !titles.has(word));
}

function isInitialOf(one: string, two: string): boolean {
  return (one.length === 1 && two.startsWith(one)) || (two.length === 1 && one.startsWith(two));
}

const postcode = /\b([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})\b/;

/** Whether two addresses are the same place: same postcode and the same numbers, or the same words where one has no postcode. */
export function sameAddress(one: string, two: string): boolean {
  const [first, second] = [tidy(one), tidy(two)];
  const [codeOne, codeTwo] = [postcode.exec(first), postcode.exec(second)];
  if (codeOne && codeTwo)
    return (
      codeOne[1] === codeTwo[1] &&
      codeOne[2] === codeTwo[2] &&
      numbersIn(first, codeOne[0]) === numbersIn(second, codeTwo[0])
    );
  const [fewer = [], more = []] = [withoutPostcode(first), withoutPostcode(second)].sort((a, b) => a.length - b.length);
  return fewer.length > 1 && fewer.every((word) => more.includes(word));
}

function withoutPostcode(address: string): readonly string[] {
  return address
    .replace(postcode, " ")
    .split(" ")
    .filter((word) => word !== "");
}

/** House and flat numbers, sorted, so that "Flat 2, 14 High Street" and "14/2 High Street" meet. */
function numbersIn(address: string, code: string): string {
  return (address.replace(code, " ").match(/[0-9]+[a-z]?\b/g) ?? []).sort().join(" ");
}
