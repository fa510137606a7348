import { useNavigate } from "@tanstack/react-router";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { dayFrom, dayInWords, dayOf, dayProblem } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";

/** Readiness on another day: the last one of a placement. */
export function OnTheDay({ agencyId, on }: { agencyId: string; on: string | undefined }) {
  const navigate = useNavigate();
  const form = useSubmit(async (values) => {
    const typed = values.day("on");
    const day = dayFrom(...typed);
    const today = dayOf(new Date());
    const wrong = (message: string) => new FieldErrors([{ field: "on", message }]);
    if (day === null) throw wrong("Enter the last day of the placement");
    if (day === undefined) throw wrong(dayProblem(...typed) ?? "Enter a date that exists, for example 27 3 2027");
    if (day < today) throw wrong(`Enter a day from ${dayInWords(today)} on`);
    await navigate({ to: "/agencies/$id", params: { id: agencyId }, search: { on: day } });
  });
  return (
    <details open={on !== undefined}>
      <summary>Will it last to the end of a placement?</summary>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <DayField name="on" label="The last day of the placement" defaultValue={on} error={form.errorOf("on")} />
        <div className="actions">
          <Button type="submit" look="calm" busy={form.busy && "Looking"}>
            Look at that day
          </Button>
          {on === undefined ? null : (
            <ButtonLink to="/agencies/$id" params={{ id: agencyId }} look="bare">
              Back to today
            </ButtonLink>
          )}
        </div>
      </form>
    </details>
  );
}
