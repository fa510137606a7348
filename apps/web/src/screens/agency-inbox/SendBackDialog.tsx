import { post } from "../../api/client.ts";
import type { ReceivedTransfer } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Select, TextArea } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { sendBackReasons } from "../transfers/send-back-reasons.ts";
import type { ReceivedCopy } from "./received-words.ts";

interface Props {
  transfer: ReceivedTransfer;
  copy: ReceivedCopy;
  onClose: () => void;
  onDone: () => void;
}

/** A true reason that helps the sender, and what to do about it. */
export function SendBackDialog({ transfer, copy, onClose, onDone }: Props) {
  const form = useSubmit(async (values) => {
    const [reason, message] = [values.text("reason"), values.text("message")];
    const errors = [
      ...(reason ? [] : [{ field: "reason", message: "Choose what is wrong" }]),
      ...(message ? [] : [{ field: "message", message: "Say what is wrong, so that it can be mended" }]),
    ];
    if (errors.length > 0) throw new FieldErrors(errors);
    await post(`/api/agency/transfers/${transfer.id}/copies/${copy.id}/send-back`, { reason, message });
    announce(`Sent back. ${transfer.sender.name} sees the reason and your words.`);
    onDone();
    onClose();
  });
  return (
    <Dialog title={`Send back ${copy.title}?`} onClose={onClose}>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>
          <bdi>{transfer.sender.name}</bdi> reads the reason and your words, gets an email that something was sent back,
          and can send a better copy. You can still open this one.
        </p>
        <Select name="reason" label="What is wrong" defaultValue="" error={form.errorOf("reason")}>
          <option value="">Choose one</option>
          {Object.entries(sendBackReasons).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
        <TextArea
          name="message"
          label="In your words"
          hint="For example: the date at the bottom is cut off. No health details here"
          rows={3}
          maxLength={1000}
          error={form.errorOf("message")}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Sending back"}>
            Send it back
          </Button>
          <Button look="calm" onClick={onClose}>
            Keep it as it is
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
