import fc from "fast-check";
import type { DocumentType } from "../catalogue/document-type.ts";
import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf, formatDay, parseDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { starterFacts } from "../profiles/starters.ts";
import { smallestRenewals } from "../renewals/renewals.ts";
import type { DocumentTests, FactCondition, Requirement, Rule, WhereTest } from "../requirements/rule.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { anyFacts, today } from "./people.ts";

/**
 * Any rule of the language, over kinds of paper that between them have every mode, level, workforce, stand-in and period,
 * so that random papers often count towards it.
 */
const pool = [
  "bls",
  "ils",
  "passport",
  "rtw-british-irish",
  "driving-licence",
  "proof-of-address",
  "dbs-certificate",
  "dbs-update-service",
  "safeguarding-children",
  "reference",
  "gap-explanation",
  "epp-hbsag",
  "hcpc-registration",
  "gmc-registration",
  "indemnity",
  "cv",
];
export const pooledTypes: readonly DocumentType[] = documentTypes.filter((type) => pool.includes(type.id));

const nearDay = fc.integer({ min: dayOf(today) - 1200, max: dayOf(today) + 500 }).map(formatDay);
const someText = ["SPECIMEN one", "SPECIMEN  ONE", "SPECIMEN two"] as const;

/** Papers that are mostly filled in, with dates near the day of these tests. */
export const pooledDocument: fc.Arbitrary<Omit<HeldDocument, "id">> = fc.constantFrom(...pooledTypes).chain((type) =>
  fc
    .record(
      Object.fromEntries(
        type.fields.map((field) => {
          const values: Record<string, fc.Arbitrary<unknown>> = {
            date: nearDay,
            boolean: fc.boolean(),
            number: fc.integer({ min: 1, max: 3 }),
            enum: fc.constantFrom(...(field.options ?? [""])),
          };
          const value = field.id === "issuingCountry" ? fc.constantFrom("GBR", "FRA") : values[field.kind];
          return [field.id, fc.option(value ?? fc.constantFrom(...someText), { freq: 9, nil: null })] as const;
        }),
      ),
    )
    .map((details) => ({ type: type.id, details })),
);

export function pooledPassport(maxLength = 14): fc.Arbitrary<HeldDocument[]> {
  return fc
    .array(pooledDocument, { maxLength })
    .map((documents) => documents.map((document, index) => ({ ...document, id: `d${index + 1}` })));
}

function whereTestOf(field: DocumentType["fields"][number]): fc.Arbitrary<WhereTest> {
  const present: fc.Arbitrary<WhereTest> = fc.boolean().map((wanted) => ({ present: wanted }));
  if (field.kind === "number")
    return fc.oneof(
      present,
      fc.integer({ min: 0, max: 3 }).map((moreThan) => ({ moreThan })),
      fc.integer({ min: 0, max: 3 }).map((atLeast) => ({ atLeast })),
    );
  if (field.kind === "date")
    return fc.oneof(
      present,
      fc.integer({ min: 1, max: 24 }).map((atLeastMonthsBefore) => ({ atLeastMonthsBefore })),
    );
  if (field.kind === "boolean")
    return fc.oneof(
      fc.boolean(),
      fc.boolean().map((equals) => ({ equals })),
    );
  const value = fc.constantFrom(...(field.options ?? someText));
  return fc.oneof(
    value,
    present,
    value.map((equals) => ({ equals })),
    fc.array(value, { minLength: 1, maxLength: 2 }).map((oneOf) => ({ oneOf })),
    fc.constantFrom("role", "nation", "serviceRequested").map((sameAsFact) => ({ sameAsFact })),
  );
}

function testsOf(type: DocumentType): fc.Arbitrary<DocumentTests> {
  const has = (id: string) => type.fields.some((field) => field.id === id);
  const months = fc.constantFrom(3, 6, 12, 36);
  const ages: fc.Arbitrary<DocumentTests>[] = [
    fc.constant({}),
    fc.constant({}),
    ...(type.validity.from === undefined
      ? []
      : [
          months.map((maxAgeMonths) => ({ maxAgeMonths })),
          fc.integer({ min: 1, max: 400 }).map((maxAgeDays) => ({ maxAgeDays })),
          months.map((issuedWithinMonths) => ({ issuedWithinMonths })),
          fc.constant({ anyAge: true }),
        ]),
  ];
  const level = type.fields.find((field) => field.id === "level");
  const levels = level?.options ? fc.constantFrom(...level.options) : fc.constantFrom(1, 2, 3);
  const values: fc.Arbitrary<DocumentTests>[] = [
    fc.constant({}),
    fc.constant({}),
    ...(has("level") ? [fc.record({ level: levels, levelExact: fc.boolean() })] : []),
    ...(has("workforce") ? [fc.record({ workforce: fc.constantFrom("adult", "child", "both") })] : []),
    ...(has("identityVerifiedSample") ? [fc.constant({ identityVerifiedSample: true })] : []),
    fc
      .constantFrom(...type.fields)
      .chain((field) => whereTestOf(field).map((test) => ({ where: { [field.id]: test } }))),
  ];
  return fc.tuple(fc.oneof(...ages), fc.oneof(...values)).map(([age, value]) => ({ ...age, ...value }));
}

export const anyCondition: fc.Arbitrary<FactCondition> = fc.constantFrom(...starterFacts).chain((fact) => {
  const present: fc.Arbitrary<FactCondition> = fc.boolean().map((wanted) => ({ fact: fact.id, present: wanted }));
  if (fact.kind === "number")
    return fc.oneof(
      present,
      fc.nat({ max: 60 }).map((atLeast) => ({ fact: fact.id, atLeast })),
    );
  if (fact.kind === "boolean") return fc.boolean().map((equals) => ({ fact: fact.id, equals }));
  const value = fc.constantFrom(...(fact.options ?? [""]));
  return fc.oneof(
    present,
    value.map((equals) => ({ fact: fact.id, equals })),
    fc.array(value, { minLength: 1, maxLength: 2 }).map((oneOf) => ({ fact: fact.id, oneOf })),
  );
});

const anyType = fc.constantFrom(...pooledTypes);
const typed = anyType.chain((type) =>
  fc.tuple(fc.option(anyType, { freq: 2, nil: type }), testsOf(type)).map(([other, tests]) => ({
    type: other === type ? type.id : [type.id, other.id],
    // Details of one type are asked of both: of the other they are not met, which is a case too.
    ...tests,
  })),
);
const covers = fc
  .record({ months: fc.constantFrom(6, 12, 36), gapDaysAllowed: fc.nat({ max: 60 }), explained: fc.boolean() })
  .map(({ months, gapDaysAllowed, explained }) => ({
    covers: { type: "reference", months, gapDaysAllowed, ...(explained ? { orExplainedBy: "gap-explanation" } : {}) },
  }));
const distinct = fc.constantFrom(undefined, "type", "issuer", "provider", "referee", "certificateNumber");

export const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: typed.map((document) => ({ document })) },
    {
      weight: 3,
      arbitrary: fc.tuple(typed, fc.integer({ min: 1, max: 3 }), distinct).map(([tests, count, distinctBy]) => ({
        nOf: { ...tests, count, ...(distinctBy === undefined ? {} : { distinctBy }) },
      })),
    },
    { weight: 1, arbitrary: covers },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.array(tie("rule"), { minLength: 1, maxLength: 3 }), fc.constantFrom("each", "once", "sharing"))
        .map(([allOf, how]) => ({
          allOf,
          ...(how === "once" ? { eachDocumentOnce: true } : {}),
          ...(how === "sharing" ? { sameField: "certificateNumber" } : {}),
        })),
    },
    { weight: 2, arbitrary: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })) },
    {
      weight: 1,
      arbitrary: fc.tuple(anyCondition, tie("rule")).map(([condition, then]) => ({ onlyIf: { condition, then } })),
    },
  ),
}));

/**
 * A rule with papers that often satisfy it: random ones, and those that it would take, with their dates moved to some day
 * of the last year or the next.
 */
export const ruleWithPapers: fc.Arbitrary<{ rule: Rule; held: HeldDocument[]; facts: FactAnswers }> = fc
  .tuple(
    anyRule,
    pooledPassport(6),
    anyFacts,
    fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }),
  )
  .map(([rule, others, facts, moves]) => {
    const { documents } = smallestRenewals([requirement(rule)], [], { on: today, facts });
    const wanted = documents.map(({ specimen }, place) => moved(specimen, moves[place % moves.length] ?? 0));
    return { rule, held: [...others, ...wanted], facts };
  });

function moved({ id, type, details }: HeldDocument, days: number): HeldDocument {
  const entries = Object.entries(details).map(([field, value]) => {
    const day = typeof value === "string" ? parseDay(value) : null;
    if (day === null) return [field, value];
    return [field, formatDay(day > dayOf(today) ? dayOf(today) + days : day - days)];
  });
  return { id, type, details: Object.fromEntries(entries) };
}

export const requirement = (rule: Rule, id = "r"): Requirement => ({ id, title: id, why: "", rule });
