import { answerWords, nations, starterProfile, starterProfiles } from "@locum-passport/compliance";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice, Select } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { fromStarter, type ProfileDraft } from "./profile-draft.ts";

/** The first list begins from a starter, so that nobody begins with an empty page. */
export function BeginProfile({ agency, onBegin }: { agency: string; onBegin: (draft: ProfileDraft) => void }) {
  const form = useSubmit(async (values) => {
    const starter = starterProfile(values.text("starter"));
    const nation = nations.find((one) => one === values.text("nation"));
    if (starter && nation) return onBegin(fromStarter(starter, nation, agency));
    throw new FieldErrors([
      ...(starter ? [] : [{ field: "starter", message: "Choose the list to begin from" }]),
      ...(nation ? [] : [{ field: "nation", message: "Choose where the work is" }]),
    ]);
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>
        A starter list is what agencies usually ask for. Nothing is in force until you save it, and all of it can be
        changed.
      </p>
      <Choice
        name="starter"
        label="Begin from"
        error={form.errorOf("starter")}
        options={starterProfiles.map(({ id, name, requirements }) => ({
          value: id,
          label: name,
          hint: `${count(requirements.length, "thing")} asked for`,
        }))}
      />
      <Select
        name="nation"
        label="Where the work is"
        hint="Scotland, Wales and Northern Ireland ask for papers of their own"
        defaultValue=""
        error={form.errorOf("nation")}
      >
        <option value="">Choose one</option>
        {nations.map((nation) => (
          <option key={nation} value={nation}>
            {answerWords(nation)}
          </option>
        ))}
      </Select>
      <div className="actions">
        <Button type="submit">Begin with this list</Button>
      </div>
    </form>
  );
}
