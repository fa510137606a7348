import { test as base } from "@playwright/test";
import { RunningServer } from "../crash/running-server.ts";
import { type Papers, papersOnDisk } from "./papers.ts";
import { People } from "./people.ts";
import type { Size } from "./sizes.ts";

export interface Settings {
  size: Size;
  server: RunningServer;
  papers: Papers;
  people: People;
}

/**
 * One server with a fresh data folder, and one set of people, for all tests of a size: a journey goes on from test to
 * test. After each test nobody may have seen a fault in their console or a request to elsewhere, and the server may not have logged a fault.
 */
export const test = base.extend<{ watched: undefined }, Settings>({
  size: ["desktop", { option: true, scope: "worker" }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const server = await RunningServer.open();
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  papers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => use(await papersOnDisk()),
    { scope: "worker", timeout: 120_000 },
  ],
  people: [
    async ({ browser, server, size }, use) => {
      const people = new People(browser, server, size);
      await use(people);
      await people.leave();
    },
    { scope: "worker" },
  ],
  watched: [
    async ({ people, server }, use) => {
      const before = server.errorLines().length;
      await use(undefined);
      people.expectNoFaults();
      base.expect(server.errorLines().slice(before), "faults in the server's log").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
