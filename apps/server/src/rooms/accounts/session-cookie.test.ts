import { expect, it } from "vitest";
import { openTestHouse } from "../../testing/house.ts";
import { signedInLocum, testClient, testPassword } from "./testing.ts";

const signInCookies = async (publicUrl: string): Promise<{ lines: string[]; opened: number }> => {
  const house = await openTestHouse({ environment: { PUBLIC_URL: publicUrl } });
  try {
    await signedInLocum(house, { email: "cookie@example.org" });
    const client = testClient(house);
    const body = { email: "cookie@example.org", password: testPassword };
    const { headers } = await client.post("/api/auth/sign-in/email", body);
    const { status } = await client.get("/api/me");
    expect(house.errors).toEqual([]);
    return { lines: [headers["set-cookie"] ?? []].flat().map(String), opened: status };
  } finally {
    await house.close();
  }
};

it("under https every sign-in cookie is __Host-, Secure, HttpOnly, SameSite=Lax and of no domain", async () => {
  const { lines, opened } = await signInCookies("https://passport.example.org");
  expect(lines.map((line) => line.split("=")[0])).toEqual(["__Host-lp.session_token", "__Host-lp.device"]);
  for (const line of lines) {
    for (const part of ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"]) expect(line).toContain(part);
    expect(line).not.toContain("Domain");
  }
  expect(opened).toBe(200);
}, 60_000);

it("on loopback http the cookies have a plain name and are not Secure", async () => {
  const { lines, opened } = await signInCookies("http://localhost:8080");
  expect(lines.map((line) => line.split("=")[0])).toEqual(["lp.session_token", "lp.device"]);
  expect(lines.join()).not.toContain("Secure");
  expect(opened).toBe(200);
}, 60_000);
