import { expect, test } from "vitest";
import type { JobGroup } from "../../api/types.ts";
import { byNeed, workInWords, workName } from "./work-words.ts";

const group = (name: string, change: Partial<JobGroup> = {}): JobGroup => ({
  ...{ name, waiting: 0, running: 0, retrying: 0, stuck: 0, oldestAt: null, lastError: null },
  ...change,
});

test("what gave up comes first, then what fails, then what waits, then what rests", () => {
  const groups = [
    group("rests"),
    group("waits", { waiting: 3 }),
    group("fails", { retrying: 1, waiting: 9 }),
    group("gave-up", { stuck: 1 }),
  ];
  expect(byNeed(groups).map(({ name }) => name)).toEqual(["gave-up", "fails", "waits", "rests"]);
});

test("the head says how many gave up before how many are tried again", () => {
  expect(workInWords([group("a", { stuck: 1, retrying: 2 })])).toBe("1 job gave up and waits for somebody here.");
  expect(workInWords([group("a", { stuck: 1 }), group("b", { stuck: 2 })])).toContain("3 jobs gave up and wait");
  expect(workInWords([group("a", { retrying: 2 })])).toBe("2 jobs failed and are tried again by themselves.");
  expect(workInWords([group("a", { waiting: 2 })])).toBe("Nothing has failed.");
});

test("a name that nobody gave words to is shown as it is, and so is one that every object has", () => {
  expect(workName("make-pack")).toBe("Packs to e-mail");
  expect(workName("something-new")).toBe("something-new");
  expect(workName("constructor")).toBe("constructor");
});
