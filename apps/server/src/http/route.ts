import type { Readable } from "node:stream";
import type { Action } from "@locum-passport/contract";
import { z } from "zod";
import type { Context } from "../context.ts";

type Schema = z.ZodType | undefined;
type Output<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** One part of a multipart body, in the order it was sent. A file's stream must be read to its end or destroyed. */
export type Part =
  | { kind: "field"; name: string; value: string }
  | { kind: "file"; name: string; fileName: string; mediaType: string; stream: Readable };

export interface RouteInput<P extends Schema, Q extends Schema, B extends Schema> {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  parts(): AsyncIterable<Part>;
}

/** What a route answers when a plain 200 with a JSON body does not say it all. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly stream: Readable | undefined;
  constructor(parts: {
    status: number;
    body?: unknown;
    headers?: Record<string, string | string[]>;
    stream?: Readable;
  }) {
    this.status = parts.status;
    this.body = parts.body;
    this.headers = parts.headers ?? {};
    this.stream = parts.stream;
  }
}
export const answer = (parts: ConstructorParameters<typeof Answer>[0]): Answer => new Answer(parts);

/** Declares an answer that is bytes rather than JSON. */
export function stream(...mediaTypes: string[]): StreamSchema {
  return { mediaTypes };
}
export interface StreamSchema {
  mediaTypes: string[];
}
const isStreamSchema = (schema: AnswerSchema): schema is StreamSchema => "mediaTypes" in schema;

/** Declares an answer that is JSON, or bytes where they were asked for. */
export function jsonOr(json: z.ZodType, bytes: StreamSchema): EitherSchema {
  return { json, bytes };
}
export interface EitherSchema {
  json: z.ZodType;
  bytes: StreamSchema;
}
const isEitherSchema = (schema: AnswerSchema): schema is EitherSchema => "bytes" in schema && "json" in schema;
export type AnswerSchema = z.ZodType | StreamSchema | EitherSchema;

/** What a declared answer may be: its JSON schema, its bytes, or both. */
export function formsOf(schema: AnswerSchema): { json?: z.ZodType; bytes?: StreamSchema } {
  if (isEitherSchema(schema)) return schema;
  return isStreamSchema(schema) ? { bytes: schema } : { json: schema };
}

interface RouteFacts {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  action: Action;
  summary: string;
  tag: string;
  multipart?: boolean;
  /** Takes a form's body too, which is read and not looked at: mail programs post one, and what counts is the address. */
  form?: boolean;
  /** Yields content of papers: never cached, never ranged, never from another site. */
  opens?: boolean;
  /** False where a repeated key must not give the first answer again (sign-in). */
  idempotent?: boolean;
  /** Every success the route can answer. Problems are added by the edge. */
  answers: Readonly<Record<number, AnswerSchema>>;
}

interface RouteSpec<P extends Schema, Q extends Schema, B extends Schema> extends RouteFacts {
  params?: P;
  query?: Q;
  body?: B;
  run(ctx: Context, input: RouteInput<P, Q, B>): Promise<unknown>;
}

export interface Route extends RouteFacts {
  params: Schema;
  query: Schema;
  body: Schema;
  run(ctx: Context, input: RouteInput<Schema, Schema, Schema>): Promise<unknown>;
}

/** A row of a room's table: method, path, action name, input, output for every status, run; no logic. */
export function route<P extends Schema = undefined, Q extends Schema = undefined, B extends Schema = undefined>(
  spec: RouteSpec<P, Q, B>,
): Route {
  return {
    ...spec,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    // The edge has parsed the input by these very schemas before it calls.
    run: (ctx, input) => spec.run(ctx, input as RouteInput<P, Q, B>),
  };
}

export const NoBody = z.null();
