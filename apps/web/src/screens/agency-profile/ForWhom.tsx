import {
  answerWords,
  type Nation,
  nations,
  type Profession,
  type Profile,
  professions,
} from "@locum-passport/compliance";
import { TextArea, Ticks } from "../../design/Field.tsx";
import { professionNames } from "../account/professions.ts";

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
        label="Professions"
        hint="Who else sends to you is measured by the starter list of their profession"
        options={professions.map((value) => ({ value, label: professionNames[value] }))}
        chosen={appliesTo.roles}
        error={errorOf("appliesTo.roles")}
        onChoose={(roles: Profession[]) => onChange({ ...profile, appliesTo: { ...appliesTo, roles } })}
      />
      <Ticks
        name="appliesTo.nations"
        label="Where the work is"
        options={nations.map((value) => ({ value, label: answerWords(value) }))}
        chosen={appliesTo.nations}
        error={errorOf("appliesTo.nations")}
        onChoose={(chosen: Nation[]) => onChange({ ...profile, appliesTo: { ...appliesTo, nations: chosen } })}
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
