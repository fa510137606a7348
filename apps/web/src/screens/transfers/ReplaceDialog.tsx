import { useQuery } from "@tanstack/react-query";
import { queryClient, termsQuery, transferQuery, transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document, Transfer } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { choicesOf, consentFor, type Picked } from "../send/picked.ts";
import { postOnce } from "../send/send-once.ts";
import { ConsentTicks, unticked } from "./ConsentTicks.tsx";

interface Props {
  transfer: Transfer;
  paper: Document;
  onClose: () => void;
}

/** The current version in place of an older copy: a new yes, never by itself. */
export function ReplaceDialog({ transfer, paper, onClose }: Props) {
  const { agency } = transfer;
  const terms = useQuery(termsQuery);
  const types = useQuery(typesQuery);
  const form = useSubmit(async (values) => {
    const missing = unticked([paper], values);
    if (missing.length > 0) throw new FieldErrors(missing);
    if (!terms.data || !types.data) {
      throw new FieldErrors([
        { field: "", message: "The transfer notice has not loaded. Wait a moment, then try again" },
      ]);
    }
    const picked: Picked = { papers: [paper.id], kinds: [], details: {}, removePlace: true };
    await postOnce<Transfer>(`/api/transfers/${transfer.id}/copies`, {
      ...choicesOf(picked, [paper], types.data),
      consent: consentFor([paper], terms.data.transferNotice.version),
    });
    announce(`Sent. ${agency.name} now has your newer ${paper.title}.`);
    onClose();
    await queryClient.invalidateQueries({ queryKey: transferQuery(transfer.id).queryKey });
    await queryClient.invalidateQueries({ queryKey: transfersQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ["timeline"] });
  });
  return (
    <Dialog title={`Send your newer ${paper.title}?`} onClose={onClose}>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>
          <bdi>{agency.name}</bdi> gets version {paper.currentVersion} and can open it until{" "}
          {dayInWords(transfer.endsOn)}
          {paper.sensitivity === "criminal-record" ? ", or six months at most" : ""}, on the terms you set before. They
          can no longer open the older copy here. If they downloaded it, that file stays with them.
        </p>
        <ConsentTicks of={[paper]} errorOf={form.errorOf} />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Sending 1 copy"}>
            Send 1 copy to {agency.name}
          </Button>
          <Button look="calm" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
