// The attack: direction marks make a name read as another one, or turn the line around it.
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A typed name as it is kept: NFC, one line, without control and direction marks. */
export function tidyName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(directionMarks, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}
