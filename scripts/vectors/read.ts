import type { FactAnswers, HeldDocument } from "@locum-passport/compliance";
import { isObject } from "./compare.ts";

export type Vector = Readonly<Record<string, unknown>>;

/** Reads one key of a vector, or says what is wrong with it. */
export function textOf(vector: Vector, key: string): string {
  const value = vector[key];
  if (typeof value !== "string") throw new VectorFault(`"${key}" must be text`);
  return value;
}

export function optionalText(vector: Vector, key: string): string | undefined {
  return vector[key] === undefined || vector[key] === null ? undefined : textOf(vector, key);
}

export function objectOf(vector: Vector, key: string): Vector {
  const value = vector[key];
  if (!isObject(value)) throw new VectorFault(`"${key}" must be an object`);
  return value;
}

export function listOf(vector: Vector, key: string): readonly unknown[] {
  const value = vector[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new VectorFault(`"${key}" must be a list`);
  return value;
}

/** In vectors a document's fields stand beside its id and type. */
export function heldDocument(json: unknown): HeldDocument {
  if (!isObject(json)) throw new VectorFault("each held document must be an object");
  const { id, type, ...details } = json;
  if (typeof id !== "string" || typeof type !== "string") throw new VectorFault("each held document needs an id and a type");
  return { id, type, details };
}

export function factsOf(vector: Vector): FactAnswers {
  const facts: Record<string, string | number | boolean | null> = {};
  if (vector.facts === undefined) return facts;
  for (const [fact, answer] of Object.entries(objectOf(vector, "facts"))) {
    if (typeof answer === "string" || typeof answer === "number" || typeof answer === "boolean" || answer === null)
      facts[fact] = answer;
    else throw new VectorFault(`the answer to "${fact}" must be text, a number, or true or false`);
  }
  return facts;
}

/** A vector that cannot be run. */
export class VectorFault extends Error {}
