import type { CandidateCopy } from "../../api/candidate-queries.ts";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayFrom, dayInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { useMe } from "../../shell/useMe.ts";

interface Props {
  copy: CandidateCopy;
  sender: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** One person's word that they held the paper itself, on a day they name. */
export function SeenDialog({ copy, sender, onClose, onDone }: Props) {
  const me = useMe();
  const form = useSubmit(async (values) => {
    const on = dayFrom(...values.day("on"));
    const wrong = (message: string) => new FieldErrors([{ field: "on", message }]);
    if (on === null) throw wrong("Enter the day you saw it");
    if (on === undefined) throw wrong("Enter a date that exists, for example 27 3 2026");
    await post(`/api/agency/transfers/${copy.transferId}/copies/${copy.id}/original-seen`, { on });
    await onDone();
    announce(`Recorded: you saw the original of ${copy.title} in person on ${dayInWords(on)}.`);
    onClose();
  });
  return (
    <Dialog title={`The original of ${copy.title}`} onClose={onClose}>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>
          This records that you, <bdi>{me.name}</bdi>, had the paper itself before you. A scan, a photo or a video call
          is not that.
        </p>
        <p>
          <bdi>{sender}</bdi> reads it with your name and the day, and it stands in both timelines. It does not say that
          the paper is genuine.
        </p>
        <DayField name="on" label="The day you saw it" error={form.errorOf("on")} />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Recording"}>
            I saw it in person
          </Button>
          <Button look="calm" onClick={onClose}>
            I did not
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
