import { put } from "../../api/client.ts";
import { judgeAgain } from "../../api/compliance-queries.ts";
import type { Expiry } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayFrom, dayInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";

interface Props {
  item: Expiry;
  today: string;
  onClose: () => void;
}

/** The day of the course, the appointment or the order: nothing is said of the paper until the day after. */
export function BookDialog({ item: { documentId, title }, today, onClose }: Props) {
  const form = useSubmit(async (values) => {
    const on = dayFrom(...values.day("on"));
    const wrong = (message: string) => new FieldErrors([{ field: "on", message }]);
    if (on === null) throw wrong("Enter the day you booked");
    if (on === undefined) throw wrong("Enter a date that exists, for example 27 3 2027");
    if (on < today) throw wrong(`Enter ${dayInWords(today)} or a later day`);
    await put(`/api/expiries/${documentId}/booking`, { on });
    announce(`Noted. We say nothing of ${title} until the day after ${dayInWords(on)}.`);
    await judgeAgain();
    onClose();
  });
  return (
    <Dialog title={`Booked: ${title}`} onClose={onClose}>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <DayField
          name="on"
          label="For which day?"
          hint="We remind you on the day after, if the new one is not here by then"
          error={form.errorOf("on")}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Saving"}>
            I have booked it
          </Button>
          <Button look="calm" onClick={onClose}>
            Not yet
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
