import type { Paper } from "../paper.ts";
import type { SpecimenPerson } from "../person.ts";

export interface Look {
  /** Picks skin, hair colour and clothes. */
  seed: number;
  longHair: boolean;
}

/** A drawn head and shoulders: plainly nobody. */
export function drawPortrait(paper: Paper, x: number, y: number, width: number, { seed, longHair }: Look): void {
  const height = width * 1.28;
  const unit = width / 100;
  const pick = <T>(of: readonly [T, ...T[]]): T => of[seed % of.length] ?? of[0];
  const skin = pick(["#c98f66", "#8d5a3c", "#e3b491"]);
  const shade = pick(["#b27a54", "#74472d", "#cf9b78"]);
  const hair = pick(["#5b3a22", "#20160f", "#8a8378"]);
  const coat = pick(["#2f4f6f", "#4b3b5f", "#35574a"]);
  paper.box(x, y, width, height, "#dfe6ea", "#8c98a4");
  const at = (px: number, py: number) => [x + px * unit, y + py * unit] as const;
  const disc = (px: number, py: number, rx: number, ry: number, fill: string) =>
    paper.disc(...at(px, py), rx * unit, ry * unit, fill);
  const path = (d: string, fill: string) => paper.path(scaled(d, unit), x, y, { fill });
  if (longHair) disc(50, 46, 29, 33, hair);
  else disc(50, 44, 23, 23, hair);
  path("M 10 127 C 12 98 30 90 50 90 C 70 90 88 98 90 127 Z", coat);
  path("M 40 74 L 60 74 L 62 92 C 56 99 44 99 38 92 Z", shade);
  disc(50, 54, 21, 27, skin);
  path("M 28 46 C 24 10 76 10 72 46 C 64 36 56 34 46 35 C 38 36 32 40 28 46 Z", hair);
  for (const side of [-1, 1]) {
    disc(50 + side * 9, 51, 3.4, 1.9, "#ffffff");
    disc(50 + side * 9, 51, 1.6, 1.7, "#2a1c14");
    path(
      `M ${50 + side * 4.5} 46 Q ${50 + side * 9} 43 ${50 + side * 14} 46 Q ${50 + side * 9} 44.4 ${50 + side * 4.5} 46 Z`,
      hair,
    );
  }
  path("M 49 53 Q 46.5 61 50 62 Q 53.5 61 51 53 Z", shade);
  path("M 42 68.5 Q 50 66.5 58 68.5 Q 50 74 42 68.5 Z", "#a4574e");
  path("M 34 92 L 50 112 L 66 92 L 61 90 L 50 103 L 39 90 Z", "#f4f5f6");
}

/** Scales every number of a path: the drawing's own units are hundredths of the picture's width. */
function scaled(path: string, unit: number): string {
  return path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => String(Number(number) * unit));
}

export function lookOf({ passportNumber, sex }: SpecimenPerson): Look {
  return { seed: Number(passportNumber.slice(-1)), longHair: sex !== "M" };
}
