import { useNavigate } from "@tanstack/react-router";
import { remove } from "../../api/client.ts";
import { judgeAgain } from "../../api/compliance-queries.ts";
import { draftsQuery } from "../../api/draft-queries.ts";
import { queryClient } from "../../api/queries.ts";
import type { MyAgency } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { useSubmit } from "../../design/useSubmit.ts";

/** Says what ends with it and what does not, before. */
export function RemoveAgency({ agency, onClose }: { agency: MyAgency; onClose: () => void }) {
  const navigate = useNavigate();
  const form = useSubmit(async () => {
    await remove(`/api/my-agencies/${agency.id}`);
    await navigate({ to: "/agencies", state: { flash: `${agency.name} is off your list.` } });
    await judgeAgain();
    await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
  });
  return (
    <Dialog title={`Take ${agency.name} off your list?`} onClose={onClose}>
      <p>
        Readiness and reminders count it no more, and what you prepared for it is deleted. Copies it holds already stay
        with it: stop those under Transfers.
      </p>
      <form className="stack" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <div className="actions">
          <Button type="submit" look="danger" busy={form.busy && "Taking it off"}>
            Take it off
          </Button>
          <Button look="calm" onClick={onClose}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
