import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { patch } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { remindersQuery } from "../../api/reminder-queries.ts";
import type { Reminders } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice } from "../../design/Field.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { saveAnswers } from "../requirements/AnswerQuestion.tsx";

/** The last question; with its answer the set-up is done. */
export function RemindersStep() {
  const reminders = useQuery(remindersQuery);
  return (
    <AsyncView query={reminders} waiting={<Skeleton height="3rem" lines={3} />}>
      {(kept) => <Asked kept={kept} />}
    </AsyncView>
  );
}

function Asked({ kept }: { kept: Reminders }) {
  const navigate = useNavigate();
  const form = useSubmit(async (values) => {
    const choice = values.text("mails");
    if (choice === "") throw new FieldErrors([{ field: "mails", message: "Choose one answer" }]);
    const on = choice === "yes";
    const saved = await patch<Reminders>("/api/me/reminders", { mails: { expiry: on, afterExpiry: on } });
    queryClient.setQueryData(remindersQuery.queryKey, saved);
    await saveAnswers({}, true);
    await navigate({ to: "/overview", state: { flash: "Set up. From now on this screen says what is left to do." } });
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Choice
        name="mails"
        label="When a paper is about to end, or has ended"
        hint="One mail a day at most. A mail never names a health or criminal-record paper"
        options={[
          { value: "yes", label: "Mail me", hint: "90, 60, 30, 14, 7 and 1 days before, on the day, and after it" },
          { value: "no", label: "Do not mail me", hint: "The Overview says it all the same" },
        ]}
        defaultValue={kept.mails.expiry ? "yes" : "no"}
        error={form.errorOf("mails")}
      />
      <div className="actions">
        <Button type="submit" busy={form.busy && "Saving"}>
          Finish
        </Button>
      </div>
    </form>
  );
}
