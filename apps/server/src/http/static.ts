import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../failure.ts";
import { sendProblem } from "./problems.ts";

const year = 31_536_000;

/** Serves the built web app, precompressed; every address that is not the API's is a screen of it. */
export async function addWebApp(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  if (webRoot !== undefined) {
    await app.register(fastifyStatic, {
      root: webRoot,
      preCompressed: true,
      wildcard: true,
      index: "index.html",
      cacheControl: false,
      setHeaders(reply, path) {
        const hashed = /[/\\]assets[/\\]/.test(path);
        reply.header("cache-control", hashed ? `public, max-age=${year}, immutable` : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const screen =
      request.method === "GET" && !request.url.startsWith("/api/") && !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    if (webRoot !== undefined && screen) return reply.sendFile("index.html");
    return sendProblem(new Refusal("not-found"), request, reply);
  });
}
