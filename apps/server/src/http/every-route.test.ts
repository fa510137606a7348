import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestClient } from "../rooms/accounts/testing.ts";
import { routes } from "../rooms.ts";
import { sampleOf } from "../testing/sample.ts";
import { openScene, type Scene } from "../testing/scene.ts";
import type { Route } from "./route.ts";

/**
 * Every route times every wrong person. The list of routes is the product's own: a new route is in it without anyone adding
 * it, and one whose parameters this file cannot fill fails until it can.
 */
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene?.close());

const open = (route: Route) => route.action === "public.read" || route.action === "account.sign-in";
const guarded = routes.filter((route) => !open(route));
const named = (list: readonly Route[]) => list.map((route) => [`${route.method} ${route.path}`, route] as const);
const ofRoom = (...prefixes: string[]) =>
  guarded.filter((route) => prefixes.some((prefix) => route.action.startsWith(prefix)));

describe("nobody", () => {
  test.each(named(guarded))("%s answers nobody with not-signed-in", async (_name, route) => {
    const { status, body } = await ask(scene.nobody, route, scene.ids);
    expect([status, body.code]).toEqual([401, "not-signed-in"]);
  });
});

describe("another locum", () => {
  const others = ofRoom("documents.", "transfers.", "account.", "compliance.", "packs.").filter((route) =>
    /:(id|copyId|documentId)/.test(route.path),
  );
  test.each(named(others))("%s shows another locum the same as what was never there", async (_name, route) => {
    const theirs = await ask(scene.otherLocum, route, scene.ids);
    const nothing = await ask(scene.otherLocum, route, scene.noIds);
    expect(theirs.status).toBe(404);
    expect(theirs.body).toEqual(nothing.body);
  });
  test.each(named(ofRoom("agency.", "staff.")))("%s does not exist for a locum", async (_name, route) => {
    const { status, body } = await ask(scene.otherLocum, route, scene.ids);
    expect([status, body.code]).toEqual([404, "not-found"]);
  });
});

describe("another agency", () => {
  const others = ofRoom("agency.").filter((route) => /:id/.test(route.path));
  test.each(named(others))("%s shows another agency the same as what was never there", async (_name, route) => {
    const theirs = await ask(scene.otherAgency, route, scene.ids);
    const nothing = await ask(scene.otherAgency, route, scene.noIds);
    expect(theirs.status).toBe(404);
    expect(theirs.body).toEqual(nothing.body);
  });
});

describe("a member without a second factor", () => {
  const theirs = ofRoom("agency.").filter((route) => !["agency.read", "agency.accept-terms"].includes(route.action));
  test.each(named(theirs))("%s wants the second factor first", async (_name, route) => {
    const { status, body } = await ask(scene.memberWithoutSecondFactor, route, scene.ids);
    expect([status, body.code]).toEqual([403, "second-factor-needed"]);
  });
});

describe("staff", () => {
  const places = ofRoom("documents.", "transfers.", "agency.", "agencies.", "compliance.", "packs.");
  test.each(named(places))("%s does not exist for staff", async (_name, route) => {
    const { status, body } = await ask(scene.staff, route, scene.ids);
    expect([status, body.code]).toEqual([404, "not-found"]);
  });
  test.each(named(ofRoom("staff.")))("%s wants a second factor from staff", async (_name, route) => {
    const { status, body } = await ask(scene.staffWithoutSecondFactor, route, scene.ids);
    expect([status, body.code]).toEqual([403, "second-factor-needed"]);
  });
});

describe("after a stop", () => {
  const openings = ofRoom("agency.open-copies");
  test.each(named(openings))("%s opens nothing of a stopped transfer", async (_name, route) => {
    const stopped = { ...scene.ids, transfer: scene.ids.stoppedTransfer, copy: scene.ids.stoppedCopy };
    expect((await ask(scene.agency, route, stopped)).status).toBe(404);
  });
});

async function ask(client: TestClient, route: Route, ids: Scene["ids"]) {
  const url = fill(route, ids);
  if (route.multipart) {
    const boundary = "a-boundary";
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="type"\r\n\r\ncv\r\n--${boundary}--\r\n`;
    return client.request(route.method, url, body, { "content-type": `multipart/form-data; boundary=${boundary}` });
  }
  return client.request(route.method, url, route.body === undefined ? undefined : sampleOf(route.body));
}

function fill(route: Route, ids: Scene["ids"]): string {
  const id = ids[thingOf(route.path)];
  const filled = route.path
    .replace(":id", id)
    .replace(":documentId", ids.document)
    .replace(":copyId", ids.copy)
    .replace(":receiptId", ids.receipt)
    .replace(/:(page|p)\([^)]*\)/, "1")
    .replace("/pages/:page", "/pages/1.webp")
    .replace(/:(v|n|page|p)\b/g, "1")
    .replace(":kind", "health")
    .replace(":name", "send-mail");
  if (/[:*]/.test(filled)) throw new Error(`This walk cannot fill ${route.path}: teach it the new parameter`);
  return filled;
}

function thingOf(path: string): keyof Scene["ids"] {
  if (path.startsWith("/api/my-agencies")) return "myAgency";
  if (path.startsWith("/api/transfer-drafts")) return "draft";
  if (path.startsWith("/api/documents")) return "document";
  if (path.startsWith("/api/packs")) return "pack";
  if (path.includes("/transfers")) return "transfer";
  if (path.includes("/candidates")) return "candidate";
  if (path.includes("/members")) return "member";
  if (path.includes("/invitations")) return "invitation";
  if (path.startsWith("/api/staff/agencies")) return "agency";
  if (path.includes("/devices")) return "device";
  return "document";
}
