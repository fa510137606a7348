import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../rooms/accounts/testing.ts";
import { routes } from "../rooms.ts";
import { openScene, type Scene } from "../testing/scene.ts";

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let scene: Scene;
let document: Document;
// Schemas stand alone in the document; nothing is looked up elsewhere.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

beforeAll(async () => {
  scene = await openScene();
  document = (await scene.nobody.get("/api/openapi.json")).body;
});
afterAll(() => scene?.close());

const documented = (path: string) => path.replace(/:(\w+)(\([^)]*\))?/g, "{$1}").replace("*", "{*}");

test("the document is OpenAPI 3.1 and names every route with every status it can answer", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  for (const route of routes) {
    const operation = document.paths[documented(route.path)]?.[route.method.toLowerCase()];
    expect(operation, `${route.method} ${route.path}`).toBeDefined();
    const statuses = Object.keys(operation?.responses ?? {});
    for (const status of [...Object.keys(route.answers), "401", "404", "500", "503"])
      expect(statuses).toContain(status);
  }
});

test("what is answered is what the document says, for everything that can be read", async () => {
  const readers: [TestClient, (action: string) => boolean][] = [
    [scene.locum, (action) => !/^(agency|staff)\./.test(action)],
    [scene.agency, (action) => action.startsWith("agency.")],
    [scene.staff, (action) => action.startsWith("staff.")],
  ];
  let checked = 0;
  for (const [client, reads] of readers) {
    for (const route of routes.filter(
      (one) => one.method === "GET" && reads(one.action) && !/:(v|n|p|page)/.test(one.path),
    )) {
      const url = route.path
        .replace(":id", idFor(route.path))
        .replace(":copyId", scene.ids.copy)
        .replace(":receiptId", scene.ids.receipt);
      if (/[:*]/.test(url)) continue;
      checked += expectAsDocumented(route.path, "get", await client.get(url));
    }
  }
  expect(checked).toBeGreaterThan(15);
});

test("refusals are problem documents as the document says", async () => {
  const missing = scene.noIds.document;
  expectAsDocumented("/api/documents/:id", "get", await scene.locum.get(`/api/documents/${missing}`));
  expectAsDocumented("/api/documents/:id", "get", await scene.nobody.get(`/api/documents/${missing}`));
  expectAsDocumented("/api/transfers", "post", await scene.locum.post("/api/transfers", { agencyId: 1 }));
});

function idFor(path: string): string {
  if (path.includes("candidates")) return scene.ids.candidate;
  return path.includes("transfers") ? scene.ids.transfer : scene.ids.document;
}

/** 1 when a JSON body was compared, 0 for bytes and redirects. */
function expectAsDocumented(
  path: string,
  method: string,
  answer: { status: number; body: unknown; headers: Record<string, unknown> },
): number {
  const response = document.paths[documented(path)]?.[method]?.responses[String(answer.status)];
  expect(response, `${method} ${path} answered ${answer.status}, which the document does not name`).toBeDefined();
  const type = String(answer.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (!type.includes("json")) return 0;
  const schema = response?.content?.[type]?.schema;
  expect(schema, `${method} ${path} answered ${type}`).toBeDefined();
  const valid = ajv.validate(schema ?? false, answer.body);
  expect(ajv.errors ?? [], `${method} ${path}`).toEqual([]);
  expect(valid).toBe(true);
  return 1;
}
