import { describe, expect, it } from "vitest";
import { cookieRules, openSigned, readCookie, sessionCookie, setCookie, signValue } from "./cookies.ts";
import { deviceName, makeDevices } from "./devices.ts";

describe("cookies", () => {
  it("under https are __Host-, Secure, HttpOnly and SameSite=Lax", () => {
    const rules = cookieRules("https://passport.example.org");
    const line = setCookie(rules, sessionCookie(rules), "v", 60);
    expect(line).toBe("__Host-lp.session_token=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax");
  });

  it("on loopback http have a plain name without Secure", () => {
    const rules = cookieRules("http://localhost:8080");
    expect(setCookie(rules, sessionCookie(rules), "v", 60)).toBe(
      "lp.session_token=v; Max-Age=60; Path=/; HttpOnly; SameSite=Lax",
    );
  });

  it("of one name with two values are neither", () => {
    expect(readCookie("a=1; b=2", "b")).toBe("2");
    expect(readCookie("b=1; b=2", "b")).toBeUndefined();
    expect(readCookie(undefined, "b")).toBeUndefined();
  });

  it("with a signature that is not ours are nothing", () => {
    const signed = signValue("token", "secret");
    expect(openSigned(signed, "secret")).toBe("token");
    expect(openSigned(signed, "another")).toBeUndefined();
    expect(openSigned(`x${signed}`, "secret")).toBeUndefined();
    expect(openSigned("token", "secret")).toBeUndefined();
  });
});

describe("devices", () => {
  const devices = makeDevices(cookieRules("http://localhost:8080"), Buffer.alloc(32, 7));
  const sent = (line: string) => line.split(";")[0];

  it("that signed in are known to that account and to no other", () => {
    const device = devices.read(sent(devices.mark(undefined, "anna")));
    expect(devices.knows(device, "anna")).toBe(true);
    expect(devices.knows(device, "ben")).toBe(false);
    expect(devices.knows(undefined, "anna")).toBe(false);
  });

  it("remember the five newest accounts and keep their own number", () => {
    let device = devices.read(undefined);
    for (const account of ["a", "b", "c", "d", "e", "f"]) device = devices.read(sent(devices.mark(device, account)));
    expect(["a", "b", "f"].map((account) => devices.knows(device, account))).toEqual([false, true, true]);
  });

  it("cannot be made up without the key", () => {
    const forged = makeDevices(cookieRules("http://localhost:8080"), Buffer.alloc(32, 8));
    expect(devices.knows(devices.read(sent(forged.mark(undefined, "anna"))), "anna")).toBe(false);
    for (const value of ["lp.device=x", "lp.device=", "lp.device=../../etc"])
      expect(devices.read(value)).toBeUndefined();
  });

  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1",
      "Safari on iPhone",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox on Linux"],
    ["curl/8.0", "A program"],
    ["", "A program"],
  ])("are named for people: %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
