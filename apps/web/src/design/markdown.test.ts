import { expect, test } from "vitest";
import { parseMarkdown } from "./markdown.ts";

test("headings, paragraphs over several lines, lists and strong words are read", () => {
  expect(parseMarkdown("Hello\nthere\n\n## Who\n- **Store it.** Sealed\n- two\n\n1. first")).toEqual([
    { kind: "paragraph", inlines: ["Hello", " ", "there"] },
    { kind: "heading", level: 2, inlines: ["Who"] },
    { kind: "list", ordered: false, items: [[{ strong: "Store it." }, " Sealed"], ["two"]] },
    { kind: "list", ordered: true, items: [["first"]] },
  ]);
});

test("a link that would run a script stays words", () => {
  expect(parseMarkdown("[press](javascript:alert(1)) [a](https://example.org) [b](//evil.example)")).toEqual([
    { kind: "paragraph", inlines: ["press", ") ", { link: "a", to: "https://example.org" }, " ", "b"] },
  ]);
});

test("HTML is words", () => {
  expect(parseMarkdown("<img src=x onerror=alert(1)>")).toEqual([
    { kind: "paragraph", inlines: ["<img src=x onerror=alert(1)>"] },
  ]);
});
