import type { Problem } from "@locum-passport/contract";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type FieldError, Refusal } from "../failure.ts";
import { BlobStoreError } from "../platform/blobs/blobs.ts";
import {
  DatabaseUnavailable,
  TransactionConflict,
  UniqueViolation,
  ValueNotHeld,
} from "../platform/postgres/database.ts";

/** Every failure becomes one coded refusal; what is not known is `internal`, and only the log says more. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Refusal("bad-input", { errors: error.validation.map(fieldError) });
  }
  if (error instanceof DatabaseUnavailable) {
    return new Refusal("unavailable", {
      detail: "The database is not available. Nothing was lost. Try again in a moment.",
      retryAfter: 2,
      cause: error,
    });
  }
  // Two changed the same thing at once, and the room had no words of its own for it.
  if (error instanceof TransactionConflict || error instanceof UniqueViolation) {
    return new Refusal("conflict", { cause: error });
  }
  if (error instanceof ValueNotHeld) {
    return new Refusal("bad-input", {
      detail: "Some of it holds characters or numbers that cannot be kept. Leave them out and send it again.",
      cause: error,
    });
  }
  if (error instanceof BlobStoreError && error.code === "storage-full") {
    return new Refusal("storage-full", { retryAfter: 60, cause: error });
  }
  if (error instanceof BlobStoreError && error.code === "storage-unusable") {
    return new Refusal("unavailable", {
      detail: "The storage for papers is not available. Nothing was lost. Try again in a moment.",
      retryAfter: 10,
      cause: error,
    });
  }
  return asFrameworkRefusal(error) ?? new Refusal("internal", { cause: error });
}

function fieldError(issue: { instancePath: string; message?: string | undefined }): FieldError {
  const field = issue.instancePath.replace(/^\//, "").replaceAll("/", ".");
  return { field, message: issue.message ?? "This cannot be used" };
}

const frameworkCodes: Readonly<Record<string, Refusal["code"]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "media-type-not-accepted",
  FST_ERR_CTP_BODY_TOO_LARGE: "request-too-large",
  FST_REQ_FILE_TOO_LARGE: "file-too-large",
  FST_FILES_LIMIT: "too-many-files",
  FST_PARTS_LIMIT: "request-too-large",
  FST_FIELDS_LIMIT: "request-too-large",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "media-type-not-accepted",
  FST_ERR_CTP_EMPTY_JSON_BODY: "bad-input",
  FST_ERR_CTP_INVALID_JSON_BODY: "bad-input",
};

function asFrameworkRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : frameworkCodes[code];
  if (known) return new Refusal(known, { cause: error });
  if (statusCode === 429) return new Refusal("too-many-requests", { cause: error });
  if (statusCode === 413) return new Refusal("request-too-large", { cause: error });
  if (statusCode === 415) return new Refusal("media-type-not-accepted", { cause: error });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refusal("bad-input", { detail: "The request could not be read. Check its shape.", cause: error });
  }
  return undefined;
}

export function problemOf(refusal: Refusal): Problem {
  return {
    type: `urn:locum-passport:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    detail: refusal.detail,
    code: refusal.code,
    ...(refusal.errors ? { errors: refusal.errors } : {}),
  };
}

/** Renders a failure as RFC 9457. Only what is our fault is logged as an error, without the request's body or path values. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error);
  if (refusal.code === "internal") {
    request.log.error({ error, route: request.routeOptions.url }, "An action failed in a way it does not know");
  } else if (refusal.status >= 500) {
    request.log.warn({ error: refusal.cause, route: request.routeOptions.url }, refusal.code);
  }
  if (refusal.retryAfter !== undefined) reply.header("retry-after", String(Math.ceil(refusal.retryAfter)));
  return reply
    .code(refusal.status)
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(problemOf(refusal)));
}
