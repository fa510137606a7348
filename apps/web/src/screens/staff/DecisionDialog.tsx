import { post } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { StaffAgency } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextArea, Tick } from "../../design/Field.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { type Decision, decisionWords } from "./decisions.ts";

interface Props {
  agency: StaffAgency;
  decision: Decision;
  onClose: () => void;
}

/** What a decision does, what it needs, and the button that names it. */
export function DecisionDialog({ agency, decision, onClose }: Props) {
  const words = decisionWords[decision];
  const form = useSubmit(async (values) => {
    await post<StaffAgency>(`/api/staff/agencies/${agency.id}/${decision}`, bodyOf(decision, values));
    announce(words.done(agency.name));
    onClose();
    await queryClient.invalidateQueries({ queryKey: ["staff", "agencies"] });
  });
  return (
    <Dialog title={words.title(agency.name)} onClose={onClose}>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p dir="auto">{words.says(agency.name)}</p>
        {decision === "approve" ? (
          <>
            <TextArea
              name="evidence"
              label="What shows that it is real, and that this person speaks for it"
              hint="For example: Companies House entry, call back on the number of its website, framework listing"
              rows={4}
              maxLength={4000}
              error={form.errorOf("evidence")}
            />
            <Tick
              name="mayHoldCriminalRecords"
              label="It may hold criminal-record papers"
              hint="Only when it is registered with the DBS, or bound to its code of practice through a body that is"
            />
          </>
        ) : decision === "resume" ? null : (
          <TextArea
            name="reason"
            label="Why"
            hint="The agency reads this"
            rows={3}
            maxLength={2000}
            error={form.errorOf("reason")}
          />
        )}
        <div className="actions">
          <Button
            type="submit"
            look={decision === "refuse" || decision === "suspend" ? "danger" : "main"}
            busy={form.busy && words.busy}
          >
            {words.act}
          </Button>
          <Button look="calm" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function bodyOf(decision: Decision, values: Values): Record<string, unknown> {
  if (decision === "resume") return {};
  if (decision === "approve") {
    const evidence = values.text("evidence");
    if (!evidence) throw new FieldErrors([{ field: "evidence", message: "Say what shows that this agency is real" }]);
    return { evidence, mayHoldCriminalRecords: values.ticked("mayHoldCriminalRecords") };
  }
  const reason = values.text("reason");
  if (!reason) throw new FieldErrors([{ field: "reason", message: "Say why" }]);
  return { reason };
}
