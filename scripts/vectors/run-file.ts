import { isObject } from "./compare.ts";
import { type Vector, VectorFault } from "./read.ts";
import { runVector } from "./run-vector.ts";

export interface FileResult {
  readonly count: number;
  /** One line for each difference: the vector's id, where, what was expected and what came. */
  readonly lines: readonly string[];
}

/** Runs every vector of a file: `{ vectors: [], deadlines: [] }`, or a bare list. */
export function runVectors(json: unknown): FileResult {
  const vectors = vectorsOf(json);
  if (vectors.length === 0) return { count: 0, lines: ["There are no vectors in it."] };
  return { count: vectors.length, lines: vectors.flatMap(linesFor) };
}

function vectorsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  return [json.vectors, json.deadlines].flatMap((list) => (Array.isArray(list) ? list : []));
}

function linesFor(vector: unknown, index: number): readonly string[] {
  const name = isObject(vector) && typeof vector.id === "string" ? vector.id : `vector ${index + 1}`;
  return problems(vector).map((problem) => `${name}: ${problem}`);
}

/** A vector that cannot be run differs too: nothing is skipped in silence. */
function problems(vector: unknown): readonly string[] {
  if (!isObject(vector)) return ["it is not an object"];
  try {
    return runVector(vector satisfies Vector);
  } catch (fault) {
    if (fault instanceof VectorFault || fault instanceof RangeError) return [`cannot be run: ${fault.message}`];
    throw fault;
  }
}
