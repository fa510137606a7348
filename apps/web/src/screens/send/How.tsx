import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { documentsQuery } from "../../api/queries.ts";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice, TextArea, TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit, Values } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { type Draft, useDraft } from "./draft.ts";
import { howProblems } from "./how-problems.ts";
import { criminalRecordEnd, lastDayOf, lastDayOptions } from "./last-day.ts";
import { chosen } from "./picked.ts";
import { purposeChoices } from "./purposes.ts";

/** Step 3: why, until when, and what the agency may do. */
export default function How() {
  const me = useMe();
  const navigate = useNavigate();
  const [draft, change] = useDraft(me.id);
  const [today] = useState(() => dayOf(new Date()));
  const documents = useQuery(documentsQuery);
  const { agency, picked } = draft;
  const going = agency && picked && documents.data ? chosen(picked, documents.data, agency) : [];
  const form = useSubmit(async (values) => {
    const next = howOf(values);
    change(next);
    const errors = howProblems({ ...draft, ...next }, going, today);
    if (errors.length > 0) throw new FieldErrors(errors);
    await navigate({ to: "/send/check" });
  });
  if (!agency) return <Navigate to="/send" replace />;
  if (!picked) return <Navigate to="/send/papers" replace />;
  const last = lastDayOf(draft.until, draft.day, today);
  const records = going.some(({ sensitivity }) => sensitivity === "criminal-record");
  return (
    <div className="stack">
      <PageHead
        title={`How may ${agency.name} use them?`}
        lead="Step 3 of 4"
        back={<BackLink to="/send/papers">What to send</BackLink>}
      />
      <form
        className="form"
        {...form.form}
        // Every change is kept as it is made, so that nothing typed is lost.
        onChange={(event: FormEvent<HTMLFormElement>) => change(howOf(new Values(new FormData(event.currentTarget))))}
      >
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Choice
          name="purpose"
          label="Why are you sending them?"
          options={purposeChoices}
          defaultValue={draft.purpose}
          error={form.errorOf("purpose")}
        />
        {draft.purpose === "other" ? (
          <TextField
            name="purposeText"
            label="What for?"
            hint="The agency may use the copies for this and nothing else"
            maxLength={500}
            defaultValue={draft.purposeText}
            error={form.errorOf("purposeText")}
          />
        ) : null}
        <Choice
          name="until"
          label="Until when may they open them?"
          hint="You can stop earlier, or choose a later day, at any time"
          options={lastDayOptions(today)}
          defaultValue={draft.until}
          error={form.errorOf("until")}
        />
        {draft.until === "day" ? (
          <DayField
            name="endsOn"
            label="Last day of access"
            hint="For example 27 3 2027"
            defaultValue={draft.day.toReversed().join("-")}
            error={form.errorOf("endsOn")}
          />
        ) : null}
        {records && "day" in last ? (
          <p className="quiet">
            Criminal-record copies end on {dayInWords(criminalRecordEnd(last.day, today))}
            {criminalRecordEnd(last.day, today) < last.day ? ": six months is the most for those." : "."}
          </p>
        ) : null}
        <Choice
          name="mayDownload"
          label="What may they do with them here?"
          options={[
            {
              value: "yes",
              label: "Open and download them",
              hint: "What is downloaded stays with them, also after you stop",
            },
            {
              value: "no",
              label: "Look at page pictures only",
              hint: "Somebody can still photograph a screen: looking only is no lock",
            },
          ]}
          defaultValue={draft.mayDownload}
          error={form.errorOf("mayDownload")}
        />
        <Choice
          name="onward"
          label="May they show them to others?"
          options={[
            { value: "none", label: "No, to nobody else", hint: "Unless a law makes them" },
            {
              value: "hirers-and-auditors",
              label: "Yes, to hospitals where they offer me work, and to their auditors",
            },
          ]}
          defaultValue={draft.onward}
          error={form.errorOf("onward")}
        />
        <TextArea
          name="note"
          label="A note to them (you can leave this empty)"
          maxLength={2000}
          rows={3}
          defaultValue={draft.note}
          error={form.errorOf("note")}
        />
        <div className="actions">
          <Button type="submit">Go on to the check</Button>
        </div>
      </form>
    </div>
  );
}

function howOf(values: Values): Pick<Draft, "purpose" | "until" | "mayDownload" | "onward" | "note"> & Partial<Draft> {
  return {
    purpose: values.text("purpose"),
    until: values.text("until"),
    mayDownload: values.text("mayDownload"),
    onward: values.text("onward") || "none",
    note: values.raw("note"),
    // Fields that are not shown keep what was typed in them before.
    ...(values.data.has("purposeText") ? { purposeText: values.raw("purposeText") } : {}),
    ...(values.data.has("endsOn.day") ? { day: values.day("endsOn") } : {}),
  };
}
