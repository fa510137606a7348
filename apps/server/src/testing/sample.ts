import { z } from "zod";

const texts = ["none", "2027-01-15", "person@example.test", "https://agency.example", "7000001", "a".repeat(24)];

/** A value that a schema takes, as small as it can be: so that a wrong person's request fails for who they are, not for its shape. */
export function sampleOf(schema: z.ZodType): unknown {
  if (schema.safeParse(undefined).success) return undefined;
  if (schema.safeParse(null).success) return null;
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(([name, field]) => [name, sampleOf(asType(field))]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodUnion)
    return firstTaken(
      schema,
      schema.options.map((option) => sampleOf(asType(option))),
    );
  if (schema instanceof z.ZodArray) return firstTaken(schema, [[], [sampleOf(asType(schema.element))]]);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodRecord) return {};
  return firstTaken(schema, [...texts, 1, true]);
}

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error("A schema holds something that is no schema");
}

function firstTaken(schema: z.ZodType, candidates: readonly unknown[]): unknown {
  const taken = candidates.find((candidate) => schema.safeParse(candidate).success);
  if (taken === undefined) throw new Error("No sample fits a schema: add one to testing/sample.ts");
  return taken;
}
