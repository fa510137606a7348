import { describe, expect, it } from "vitest";
import { afterTry, networkOf, policies, type Tries, waitOf } from "./guessing.model.ts";

const start = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);

function guessed(times: number): Tries | undefined {
  let tries: Tries | undefined;
  for (let n = 0; n < times; n++) tries = afterTry(tries, start);
  return tries;
}

describe("limits on guessing", () => {
  it("leave the first tries free, then make each wait twice as long, up to a quarter of an hour", () => {
    const policy = policies.unknownDevice;
    const waits = [0, 4, 5, 6, 7, 8, 60].map((times) => waitOf(policy, guessed(times), start));
    expect(waits).toEqual([0, 0, 2_000, 4_000, 8_000, 16_000, 900_000]);
  });

  it("end by themselves: no number of tries locks an account", () => {
    for (const policy of Object.values(policies)) {
      expect(waitOf(policy, guessed(1_000), later(60 * 60_000))).toBe(0);
    }
  });

  it("forget after a day", () => {
    expect(afterTry(guessed(50), later(24 * 60 * 60_000)).failures).toBe(1);
  });

  it("give the owner's own device twice what a strange one has", () => {
    expect(policies.knownDevice.free).toBeGreaterThanOrEqual(2 * policies.unknownDevice.free);
  });
});

describe("networks", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
