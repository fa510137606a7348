import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const schemes = {
  light: css.slice(0, css.indexOf("@media")),
  dark: css.slice(css.indexOf("(prefers-color-scheme: dark)")),
};

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, two: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const words = [
  ["ink", "paper"],
  ["ink", "sheet"],
  ["ink", "act-wash"],
  ["ink", "soon-wash"],
  ["ink", "problem-wash"],
  ["quiet", "paper"],
  ["quiet", "sheet"],
  ["quiet", "well"],
  ["act", "paper"],
  ["act", "sheet"],
  ["act", "act-wash"],
  ["on-act", "act"],
  ["on-act", "act-strong"],
  ["soon", "soon-wash"],
  ["problem", "problem-wash"],
  ["problem", "paper"],
  ["problem", "sheet"],
  ["fact", "fact-wash"],
  ["plain", "plain-wash"],
  ["on-cover", "cover"],
  ["on-cover-quiet", "cover"],
] as const;
const shapes = [
  ["edge", "paper"],
  ["edge", "sheet"],
  ["act", "well"],
] as const;

describe.each(Object.entries(schemes))("%s", (_, block) => {
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? "";

  test.each(words)("%s on %s can be read (4.5:1)", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)("%s on %s can be seen (3:1)", (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
