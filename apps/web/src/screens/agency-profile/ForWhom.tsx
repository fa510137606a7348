import { type Nation, nations, type Profession, type Profile, professions } from "@locum-passport/compliance";
import { FieldError, fieldId, TextArea } from "../../design/Field.tsx";
import { professionNames } from "../account/professions.ts";
import { nationNames } from "./need-words.ts";

interface Props {
  profile: Profile;
  errorOf: (field: string) => string | undefined;
  onChange: (profile: Profile) => void;
}

/** Whom the list is for; everyone else who sends is measured by the starter list of their profession. */
export function ForWhom({ profile, errorOf, onChange }: Props) {
  const { appliesTo, note } = profile;
  return (
    <section className="stack" aria-labelledby="for-whom">
      <h2 id="for-whom">Whom it is for</h2>
      <Ticks
        name="appliesTo.roles"
        legend="Professions"
        hint="Who else sends to you is measured by the starter list of their profession"
        options={professions.map((role) => [role, professionNames[role]])}
        chosen={appliesTo.roles}
        error={errorOf("appliesTo.roles")}
        onChange={(roles: Profession[]) => onChange({ ...profile, appliesTo: { ...appliesTo, roles } })}
      />
      <Ticks
        name="appliesTo.nations"
        legend="Where the work is"
        options={nations.map((nation) => [nation, nationNames[nation]])}
        chosen={appliesTo.nations}
        error={errorOf("appliesTo.nations")}
        onChange={(chosen: Nation[]) => onChange({ ...profile, appliesTo: { ...appliesTo, nations: chosen } })}
      />
      <TextArea
        name="note"
        label="A note to locums (optional)"
        rows={2}
        maxLength={2000}
        error={errorOf("note")}
        value={note ?? ""}
        onChange={({ target }) => {
          const { note: _before, ...rest } = profile;
          onChange(target.value.trim() === "" ? rest : { ...rest, note: target.value });
        }}
      />
    </section>
  );
}

interface TicksProps<T extends string> {
  name: string;
  legend: string;
  hint?: string;
  options: readonly (readonly [value: T, text: string])[];
  chosen: readonly T[];
  error: string | undefined;
  onChange: (chosen: T[]) => void;
}

/** Any of a few. The first box carries the id where the error summary leads. */
function Ticks<T extends string>({ name, legend, hint, options, chosen, error, onChange }: TicksProps<T>) {
  const described = [hint ? `${fieldId(name)}-hint` : "", error ? `${fieldId(name)}-error` : ""].filter(Boolean);
  return (
    <fieldset className={error ? "field wrong" : "field"} aria-describedby={described.join(" ") || undefined}>
      <legend>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError name={name} error={error} />
      <div className="tick-grid">
        {options.map(([value, text], place) => (
          <label className="tick" key={value}>
            <input
              type="checkbox"
              id={place === 0 ? fieldId(name) : undefined}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(
                  options.flatMap(([one]) => ((one === value ? target.checked : chosen.includes(one)) ? [one] : [])),
                )
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
