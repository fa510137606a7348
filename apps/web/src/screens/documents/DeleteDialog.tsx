import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { documentQuery, documentsQuery, queryClient } from "../../api/queries.ts";
import type { DeletedDocument, DocumentDetail, DocumentHolder } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Notice } from "../../design/surface.tsx";
import { list } from "../../design/words.ts";

/** Tells what deleting ends and what it does not, then does it. */
export function DeleteDialog({ paper, onClose }: { paper: DocumentDetail; onClose: () => void }) {
  const navigate = useNavigate();
  const deletion = useMutation({
    mutationFn: () => remove<DeletedDocument>(`/api/documents/${paper.id}`),
    onSuccess: async ({ transfers }) => {
      await navigate({ to: "/documents", state: { flash: deleted(paper.title, transfers) } });
      queryClient.removeQueries({ queryKey: documentQuery(paper.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    },
  });
  return (
    <Dialog title={`Delete ${paper.title} here?`} onClose={onClose}>
      <p>
        Every version of it, its pictures, its details and the keys that open them are destroyed at once. We cannot
        bring it back. Your timeline keeps the sentences about it.
      </p>
      {paper.holders.map((holder) => (
        <p key={`${holder.transferId} ${holder.version}`}>{held(holder)}</p>
      ))}
      {deletion.error ? (
        <Notice look="problem" title={wordsOf(deletion.error).title} live>
          <p>{wordsOf(deletion.error).detail}</p>
        </Notice>
      ) : null}
      <div className="actions">
        <Button look="danger" busy={deletion.isPending && "Deleting"} onClick={() => deletion.mutate()}>
          {paper.holders.length > 0 ? "Delete here only" : "Delete it"}
        </Button>
        <Button look="calm" onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}

function held({ agency, state, sentAt, endsOn, downloadedAt }: DocumentHolder): string {
  const copy = `${agency.name}'s copy, sent ${dayInWords(dayOf(sentAt))},`;
  if (state === "active") {
    return `${copy} is not deleted: ${agency.name} can open it until ${dayInWords(endsOn)}. To end that, stop the transfer.`;
  }
  return downloadedAt ? `${copy} was downloaded, and stays with ${agency.name}.` : `${copy} can no longer be opened.`;
}

function deleted(title: string, transfers: DeletedDocument["transfers"]): string {
  const active = transfers.filter(({ state }) => state === "active").map(({ agency }) => agency);
  if (active.length === 0) return `${title} is deleted, with every version of it.`;
  return `${title} is deleted here, with every version of it. ${list(active)} still ${active.length === 1 ? "has its copy" : "have their copies"}; stop the transfer to end that.`;
}
