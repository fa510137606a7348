import type { FastifyRequest } from "fastify";
import { Refusal } from "../failure.ts";
import type { Part } from "./route.ts";

const bodyStallMs = 30_000;
const dropRestMs = 15_000;

/** The parts of a multipart body as they come in, never buffered. A body that stops or stalls is a coded refusal. */
export async function* partsOf(request: FastifyRequest): AsyncGenerator<Part> {
  const stalled = watchStall(request);
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") {
        yield {
          kind: "file",
          name: part.fieldname,
          fileName: part.filename ?? "",
          mediaType: part.mimetype,
          stream: part.file,
        };
      } else {
        yield { kind: "field", name: part.fieldname, value: String(part.value) };
      }
    }
  } catch (error) {
    if (isCut(error)) throw new Refusal("upload-cut", { cause: error });
    if (lacksBoundary(error)) {
      throw new Refusal("bad-input", { detail: "The Content-Type names no boundary between the parts.", cause: error });
    }
    throw error;
  } finally {
    stalled.stop();
    dropRest(request);
  }
}

/**
 * An answer may come before the whole body. What is still on its way is read and dropped, so that the sender gets to read
 * the answer and the line is free again; whoever goes on sending for long is cut.
 */
function dropRest({ raw }: FastifyRequest): void {
  if (raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), dropRestMs).unref();
  raw.once("close", () => clearTimeout(timer));
}

/** The attack: a body sent one byte a minute holds a connection and a file for ever. */
function watchStall(request: FastifyRequest): { stop(): void } {
  const timer = setTimeout(() => request.raw.destroy(new Refusal("upload-cut")), bodyStallMs);
  const onData = () => timer.refresh();
  request.raw.on("data", onData);
  return {
    stop() {
      clearTimeout(timer);
      request.raw.off("data", onData);
    },
  };
}

const lacksBoundary = (error: unknown): boolean => error instanceof Error && /boundary not found/i.test(error.message);

const cutCodes = new Set(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"]);

function isCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return cutCodes.has(code) || /unexpected end|premature close|aborted|malformed part header/i.test(error.message);
}
