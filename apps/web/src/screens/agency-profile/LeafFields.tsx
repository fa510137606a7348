import { documentType, type Requirement } from "@locum-passport/compliance";
import { FieldError, fieldId, Select } from "../../design/Field.tsx";
import { list } from "../../design/words.ts";
import type { ChangeDraft } from "./draft-store.ts";
import { LevelFields } from "./LevelFields.tsx";
import { NumberField } from "./NumberField.tsx";
import { settled, typeNumber, withRequirement } from "./profile-draft.ts";
import { fieldIn } from "./profile-faults.ts";
import {
  type AgeKind,
  ageOf,
  countOf,
  type Leaf,
  type LeafRule,
  testsOf,
  withAge,
  withCount,
  withLeaf,
} from "./rule-leaves.ts";

export interface LeafProps {
  requirement: Requirement;
  leaf: Leaf;
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | undefined;
  change: ChangeDraft;
}

const ages: Record<AgeKind, string> = {
  own: "As long as it is in date",
  months: "So many months at most",
  days: "So many days at most",
  issued: "Issued within the last months",
  any: "Any age",
};
/** A number to begin with; the author says what it should be. */
const first: Record<AgeKind, number> = { own: 0, months: 12, days: 90, issued: 12, any: 0 };

/** What can be changed of one part of a rule: how many, how old, which level. */
export function LeafFields(props: LeafProps) {
  const { requirement, leaf, typed, errorOf, change } = props;
  const name = (part: string) => fieldIn(requirement, part ? `${leaf.at}.${part}` : leaf.at);
  const withRule = (next: LeafRule): Requirement => ({ ...requirement, rule: withLeaf(requirement.rule, leaf, next) });
  const tests = testsOf(leaf.rule);
  const covers = "covers" in leaf.rule ? leaf.rule.covers : undefined;
  const age = tests && ageOf(tests);
  const number = (part: string, n: number, next: (n: number) => LeafRule, most: number, least = 1) => ({
    name: name(part),
    n,
    typed: typed[name(part)],
    error: errorOf(name(part)),
    onType: (text: string) =>
      change((draft) => typeNumber(draft, name(part), text, (good) => withRule(next(good)), most, least)),
  });
  const dated = leaf.types.some((id) => documentType(id)?.validity.from !== undefined);
  return (
    <fieldset className={errorOf(name("")) ? "leaf field wrong" : "leaf field"} id={fieldId(name(""))} tabIndex={-1}>
      <legend>{list(leaf.types.map((id) => documentType(id)?.name ?? id))}</legend>
      <FieldError name={name("")} error={errorOf(name(""))} />
      <div className="leaf-fields">
        {tests ? (
          <NumberField label="How many" {...number("count", countOf(leaf.rule), (n) => withCount(leaf.rule, n), 100)} />
        ) : null}
        {age ? (
          <Select
            name={`${name("age")}-kind`}
            label="How old it may be"
            hint={dated ? undefined : "It has no date of its own, so it cannot be too old"}
            value={age.kind}
            onChange={({ target }) => {
              const kind = target.value as AgeKind;
              change((draft) =>
                withRequirement(settled(draft, name("age")), withRule(withAge(leaf.rule, { kind, n: first[kind] }))),
              );
            }}
          >
            {Object.entries(ages).map(([kind, text]) => (
              <option key={kind} value={kind}>
                {text}
              </option>
            ))}
          </Select>
        ) : null}
        {age && age.n > 0 ? (
          <NumberField
            label={age.kind === "days" ? "Days" : "Months"}
            {...number("age", age.n, (n) => withAge(leaf.rule, { ...age, n }), age.kind === "days" ? 36_500 : 1200)}
          />
        ) : null}
        {covers ? (
          <>
            <NumberField
              label="Months without a gap"
              {...number("months", covers.months, (months) => ({ covers: { ...covers, months } }), 1200)}
            />
            <NumberField
              label="Longest gap let through, in days"
              {...number(
                "gapDaysAllowed",
                covers.gapDaysAllowed ?? 0,
                (gapDaysAllowed) => ({ covers: { ...covers, gapDaysAllowed } }),
                3660,
                0,
              )}
            />
          </>
        ) : null}
        {tests ? <LevelFields {...props} withRule={withRule} /> : null}
      </div>
    </fieldset>
  );
}
