import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { type Context, createContext } from "../context.ts";
import { refuse } from "../failure.ts";
import type { AppOptions } from "./app.ts";
import { answerOnce } from "./idempotency.ts";
import { may } from "./may.ts";
import { checkOpeningSite, checkOrigin } from "./origin.ts";
import { partsOf } from "./parts.ts";
import { Answer, formsOf, type Part, type Route } from "./route.ts";

/**
 * parse (fastify, by the route's schemas) → may → act → present. What did not parse is told only to whoever may ask at
 * all: to anybody else a wrong request and a right one look the same.
 */
export function handlerFor(route: Route, { ports, resolveActor }: AppOptions): RouteHandlerMethod {
  return async (request, reply) => {
    const origin = request.headers.origin;
    checkOrigin(ports.settings.publicUrl, request.method, origin);
    if (route.opens) checkOpeningSite(headerOf(request, "sec-fetch-site"));
    const actor = await resolveActor({ headers: request.headers, address: request.ip });
    const verdict = may(actor, route.action);
    if (verdict !== "yes") refuse(verdict);
    if (request.validationError) throw request.validationError;
    if (route.multipart && !request.isMultipart()) refuse("media-type-not-accepted");

    const client = { address: request.ip, userAgent: headerOf(request, "user-agent") ?? "" };
    const ctx = createContext({ actor, ports, client, signal: closeSignal(reply) });
    const act = async (asked: Context, parts: () => AsyncIterable<Part>) =>
      present(
        route,
        await route.run(asked, {
          params: request.params,
          query: request.query,
          body: request.body,
          headers: request.headers,
          parts,
        } as Parameters<Route["run"]>[1]),
      );
    const given =
      route.method === "GET" || route.idempotent === false ? undefined : headerOf(request, "idempotency-key");
    const answer =
      given === undefined ? await act(ctx, () => partsOf(request)) : await answerOnce(ctx, given, request, act);
    return send(reply, answer, route.opens === true);
  };
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Aborted when the client goes before the answer is out. */
function closeSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

export interface Presented {
  status: number;
  json: string | undefined;
  stream: Readable | undefined;
  headers: Readonly<Record<string, string | string[]>>;
}

/** Present by inclusion: only what the route's schema for this status names reaches the wire. */
function present(route: Route, result: unknown): Presented {
  const answer = result instanceof Answer ? result : new Answer({ status: onlyStatus(route), body: result });
  const schema = route.answers[answer.status];
  if (schema === undefined)
    throw new Error(`${route.method} ${route.path} answered ${answer.status}, which it does not declare`);
  const { json, bytes } = formsOf(schema);
  if (bytes && (answer.stream || !json)) {
    if (answer.stream === undefined)
      throw new Error(`${route.method} ${route.path} declares a stream and answered none`);
    return { status: answer.status, json: undefined, stream: answer.stream, headers: answer.headers };
  }
  const body: unknown = json?.parse(answer.body ?? null) ?? null;
  return {
    status: answer.status,
    json: body === null ? undefined : JSON.stringify(body),
    stream: undefined,
    headers: answer.headers,
  };
}

function onlyStatus(route: Route): number {
  const [status] = Object.keys(route.answers);
  return Number(status);
}

function send(reply: FastifyReply, answer: Presented, opens: boolean): FastifyReply {
  reply.code(answer.status).header("cache-control", "no-store");
  if (opens) reply.header("accept-ranges", "none").header("x-content-type-options", "nosniff");
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value);
  if (answer.stream) {
    cutStalledReader(reply, answer.stream);
    return reply.send(answer.stream);
  }
  if (answer.json === undefined) return reply.send();
  return reply.type("application/json; charset=utf-8").send(answer.json);
}

const readerStallMs = 60_000;

/** A reader that takes nothing for a minute holds a file, a key and a database row's attention: the line is cut. */
function cutStalledReader(reply: FastifyReply, stream: Readable): void {
  reply.raw.setTimeout(readerStallMs, () => reply.raw.destroy());
  reply.raw.once("close", () => stream.destroy());
}
