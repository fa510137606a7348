import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { draftsQuery } from "../../api/draft-queries.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { TransferDraft } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";
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
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  if (draft.myAgencyId === null) return null;
  const keep = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
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
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <div className="stack tight">
      {trouble ? (
        <Notice look="problem" title={wordsOf(trouble).title} live>
          <p>{wordsOf(trouble).detail}</p>
        </Notice>
      ) : null}
      <div className="actions">
        <Button look={main ? "main" : "calm"} busy={busy && "Keeping it"} onClick={() => void keep()}>
          Keep it for later, send nothing
        </Button>
      </div>
    </div>
  );
}
