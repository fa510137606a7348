import { documentType, type Requirement } from "@locum-passport/compliance";
import { Select, Tick } from "../../design/Field.tsx";
import { capital } from "../../design/words.ts";
import type { LeafProps } from "./LeafFields.tsx";
import { NumberField } from "./NumberField.tsx";
import { settled, typeNumber, withRequirement } from "./profile-draft.ts";
import { fieldIn } from "./profile-faults.ts";
import { type LeafRule, testsOf, withLevel } from "./rule-leaves.ts";

/** Which level is asked for, where every type of the part has one: by name from lowest to highest, or by number. */
export function LevelFields({
  requirement,
  leaf,
  typed,
  errorOf,
  change,
  withRule,
}: LeafProps & { withRule: (next: LeafRule) => Requirement }) {
  const level = testsOf(leaf.rule)?.level;
  const exact = testsOf(leaf.rule)?.levelExact === true;
  const fields = leaf.types.map((id) => documentType(id)?.fields.find((field) => field.id === "level"));
  const [field] = fields;
  if (!field || fields.some((other) => other?.kind !== field.kind)) return null;
  const name = fieldIn(requirement, `${leaf.at}.level`);
  const set = (next: string | number | undefined, only = exact) =>
    change((draft) => withRequirement(settled(draft, name), withRule(withLevel(leaf.rule, next, only))));
  return (
    <>
      {field.options ? (
        <Select
          name={name}
          label={field.label}
          error={errorOf(name)}
          value={level === undefined ? "" : String(level)}
          onChange={({ target }) => set(target.value === "" ? undefined : target.value)}
        >
          <option value="">Any level</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {capital(option.replaceAll("-", " "))}
            </option>
          ))}
        </Select>
      ) : (
        <>
          <Tick
            name={`${name}-asked`}
            label="A level is asked for"
            checked={level !== undefined}
            onChange={({ target }) => set(target.checked ? 2 : undefined)}
          />
          {level === undefined ? null : (
            <NumberField
              name={name}
              label={field.label}
              n={Number(level)}
              typed={typed[name]}
              error={errorOf(name)}
              onType={(text) =>
                change((draft) => typeNumber(draft, name, text, (n) => withRule(withLevel(leaf.rule, n, exact)), 100))
              }
            />
          )}
        </>
      )}
      {level === undefined ? null : (
        <Tick
          name={`${name}-exact`}
          label="This level and no other"
          checked={exact}
          onChange={({ target }) => set(level, target.checked)}
        />
      )}
    </>
  );
}
