import { expect, test } from "vitest";
import type { Copy, Transfer } from "../../api/types.ts";
import { afterStop, beforeStop, endInWords, useInWords } from "./transfer-words.ts";

const copy = (id: string, more: Partial<Copy> = {}): Copy => ({
  id,
  documentId: `d${id}`,
  version: 1,
  type: "cv",
  title: `Paper ${id}`,
  sensitivity: "ordinary",
  details: {},
  endsOn: "2027-02-21",
  pages: 1,
  pictures: "ready",
  placeRemoved: false,
  replacedBy: null,
  files: [],
  openedAt: null,
  downloadedAt: null,
  sentBack: null,
  originalSeen: null,
  ...more,
});
const at = "2026-11-23T10:00:00Z";
const copies = [copy("1"), copy("2", { openedAt: at }), copy("3", { openedAt: at, downloadedAt: at })];

test("before a stop its owner reads what stays with the agency", () => {
  const words = beforeStop("Acme", copies).join(" ");
  expect(words).toContain("Acme will not be able to open these again");
  expect(words).toContain("They downloaded 1 copy, which stays with them.");
  expect(words).toContain("They opened 1 copy without downloading");
});

test("a copy that was replaced after it was downloaded still counts as downloaded", () => {
  const replaced = [copy("1", { openedAt: at, downloadedAt: at, replacedBy: "2" }), copy("2")];
  expect(useInWords(replaced)).toBe("1 opened, 1 downloaded");
  expect(beforeStop("Acme", replaced).join(" ")).toContain("They downloaded 1 copy");
});

test("after a stop the downloaded copies are named", () => {
  expect(afterStop("Acme", { opened: ["2", "3"], downloaded: ["3"], copies })).toBe(
    "Stopped. Acme has been told. They still hold the copy they downloaded: Paper 3.",
  );
  expect(afterStop("Acme", { opened: [], downloaded: [], copies })).toBe(
    "Stopped. Acme has been told. They had opened nothing.",
  );
});

test("an end says whether somebody stopped it or its last day came", () => {
  const end = (state: Transfer["state"], endedAt: string | null) =>
    endInWords({ state, endsOn: "2027-02-21", endedAt });
  expect(end("active", null)).toBe("Until 21 February 2027");
  expect(end("stopped", at)).toBe("You stopped it on 23 November 2026");
  expect(end("ended", null)).toBe("Ended by itself on 21 February 2027");
});
