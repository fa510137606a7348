import swagger from "@fastify/swagger";
import { Problem } from "@locum-passport/contract";
import type { FastifyInstance, FastifySchema } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { formsOf, type Route } from "./route.ts";

/** OpenAPI 3.1 from the very schemas that parse and present. */
export async function addOpenApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Locum Passport",
        version: "1",
        description: "Keep papers, send copies, see everything, prove it.",
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: "locum-passport.session_token" } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

const binary = z.string().meta({ format: "binary" });
const problemStatuses = [400, 401, 403, 404, 409, 413, 415, 429, 500, 503] as const;
const problem = {
  description: "Problem document (RFC 9457) with a stable code",
  content: { "application/problem+json": { schema: Problem } },
};

export function openApiSchema(route: Route): FastifySchema & Record<string, unknown> {
  const response: Record<string, unknown> = {};
  for (const [status, schema] of Object.entries(route.answers)) {
    const { json, bytes } = formsOf(schema);
    if (!bytes) {
      response[status] = json;
      continue;
    }
    response[status] = {
      description: "Bytes",
      content: {
        ...(json ? { "application/json": { schema: json } } : {}),
        ...Object.fromEntries(bytes.mediaTypes.map((type) => [type, { schema: binary }])),
      },
    };
  }
  for (const status of problemStatuses) response[status] = problem;
  return {
    summary: route.summary,
    tags: [route.tag],
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string) => (next ?? "").toUpperCase())}`,
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.form ? { consumes: ["application/x-www-form-urlencoded", "multipart/form-data"] } : {}),
    ...(route.multipart ? { consumes: ["multipart/form-data"] } : {}),
    ...(route.action === "public.read" || route.action === "account.sign-in" ? {} : { security: [{ session: [] }] }),
    response,
  };
}
