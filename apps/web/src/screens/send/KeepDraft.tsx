import { useNavigate } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { draftsQuery } from "../../api/draft-queries.ts";
import { queryClient } from "../../api/queries.ts";
import type { TransferDraft } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { useMe } from "../../shell/useMe.ts";
import { clearDraft, type Draft } from "./draft.ts";
import { isPurpose } from "./purposes.ts";

interface KeepDraftProps {
  draft: Draft;
  documentIds: string[];
  endsOn: string;
  /** It is the only thing that can be done here. */
  main: boolean;
}

/** Keeps a prepared sending for later. It grants nothing: only its owner's own press sends it. */
export function KeepDraft({ draft, documentIds, endsOn, main }: KeepDraftProps) {
  const me = useMe();
  const navigate = useNavigate();
  const form = useSubmit(async () => {
    await api<TransferDraft>(draft.draftId ? `/api/transfer-drafts/${draft.draftId}` : "/api/transfer-drafts", {
      method: draft.draftId ? "PUT" : "POST",
      body: {
        myAgencyId: draft.myAgencyId,
        documentIds,
        purpose: isPurpose(draft.purpose) ? draft.purpose : null,
        purposeText: draft.purposeText.trim() || null,
        note: draft.note.trim() || null,
        endsOn,
        mayDownload: draft.mayDownload === "" ? null : draft.mayDownload === "yes",
        onward: draft.onward,
      },
    });
    await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
    await navigate({ to: "/transfers", state: { flash: "Kept. Nothing was sent." } });
    clearDraft(me.id);
  });
  if (draft.myAgencyId === null) return null;
  return (
    <form className="stack tight" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <div className="actions">
        <Button type="submit" look={main ? "main" : "calm"} busy={form.busy && "Keeping it"}>
          Keep it for later, send nothing
        </Button>
      </div>
    </form>
  );
}
