/** Stands for a letter that the font has no picture of. */
export const NO_GLYPH = "\u25af";

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT = /\p{L}/u;

/** Text with a mark for every letter that cannot be shown, and whether there was one. Control and direction marks go. */
export function showable(text: string, has: (codePoint: number) => boolean): { text: string; whole: boolean } {
  let whole = true;
  const shown = [
    ...text
      .normalize("NFC")
      .replace(/\s+/gu, " ")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ""),
  ].map((letter) => {
    if (has(letter.codePointAt(0) ?? 0)) return letter;
    whole = false;
    return NO_GLYPH;
  });
  return { text: shown.join(""), whole };
}

/**
 * Words in the order in which they are drawn from left to right: a run of words of a right-to-left script is turned round,
 * with what stands between them. The letters within a word are put in order by the font. (The part of UAX #9 that names and
 * titles of papers need.)
 */
export function drawnOrder(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const words = text.split(" ");
  const drawn: string[] = [];
  let run: string[] = [];
  let trailing: string[] = [];
  const flush = () => {
    drawn.push(...run.toReversed(), ...trailing);
    run = [];
    trailing = [];
  };
  for (const word of words) {
    if (RIGHT_TO_LEFT.test(word)) {
      run.push(...trailing, word);
      trailing = [];
    } else if (run.length > 0 && !LEFT_TO_RIGHT.test(word)) {
      trailing.push(word); // a number or a sign: part of the run if more of it follows
    } else {
      flush();
      drawn.push(word);
    }
  }
  flush();
  return drawn.join(" ");
}
