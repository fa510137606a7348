import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { Actor } from "../context.ts";
import { Refusal } from "../failure.ts";
import type { Ports } from "../ports.ts";
import { handlerFor } from "./handler.ts";
import { addSecurityHeaders } from "./headers.ts";
import { addHealth } from "./health.ts";
import { addOpenApi, openApiSchema } from "./openapi.ts";
import { sendProblem } from "./problems.ts";
import type { Route } from "./route.ts";
import { addWebApp } from "./static.ts";
import { trustProxyOf } from "./trust-proxy.ts";

export type ResolveActor = (request: {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  address: string;
}) => Promise<Actor>;

export interface AppOptions {
  ports: Ports;
  routes: readonly Route[];
  resolveActor: ResolveActor;
  /** Folder of the built web app; without one only the API answers. */
  webRoot?: string;
}

/** A flood from one address; guessing has limits of its own in the accounts room. */
const requestsPerMinute = 20_000;

/** The whole HTTP face: every route behind the same edge (parse, may, act, present). */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { ports } = options;
  const loggerInstance: FastifyBaseLogger = ports.log;
  const app = fastify({
    loggerInstance,
    // Addresses of papers stand in request lines; the timeline is the record of who asked for what.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxyOf(ports.settings.trustProxy),
    bodyLimit: 1024 * 1024,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    forceCloseConnections: "idle",
    // A large upload on a slow line takes long; what stalls is cut where the body is read.
    requestTimeout: 0,
    http: { headersTimeout: 20_000 },
    routerOptions: { maxParamLength: 512 },
    genReqId: () => ports.newId(),
  });
  // JSON and multipart are the only bodies; a form's text/plain, which any page may post, is not read at all.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(sendProblem);
  await addSecurityHeaders(app, ports.settings.publicUrl);
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    errorResponseBuilder: (_request, context) =>
      new Refusal("too-many-requests", { retryAfter: Math.ceil(context.ttl / 1000) }),
  });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    // Several pieces of a socket's: each stop and start of the line costs more than the bytes.
    fileHwm: 256 * 1024,
    limits: { fileSize: Number.MAX_SAFE_INTEGER, fieldSize: 256 * 1024, fields: 20, parts: 60, headerPairs: 50 },
  });
  await addOpenApi(app, ports.settings.publicUrl);
  addHealth(app, ports);
  for (const route of options.routes) {
    const { form, method, path: url } = route;
    const row = { method, url, schema: openApiSchema(route), attachValidation: true };
    if (!form) app.route({ ...row, handler: handlerFor(route, options) });
    // Only these take a form at all; its words are read off the line and dropped.
    else
      await app.register(async (forms) => {
        forms.addContentTypeParser(
          "application/x-www-form-urlencoded",
          { parseAs: "string" },
          (_request, _body, done) => {
            done(null, null);
          },
        );
        forms.route({ ...row, handler: handlerFor(route, options) });
      });
  }
  await addWebApp(app, options.webRoot);
  return app;
}
