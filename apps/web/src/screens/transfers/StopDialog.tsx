import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient, transferQuery, transfersQuery } from "../../api/queries.ts";
import type { StoppedTransfer, Transfer } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { Notice } from "../../design/surface.tsx";
import { afterStop, beforeStop, whose } from "./transfer-words.ts";

interface Props {
  transfer: Transfer;
  onClose: () => void;
}

/** Tells what stopping ends and what it cannot take back, then does it. */
export function StopDialog({ transfer, onClose }: Props) {
  const { id, agency } = transfer;
  const navigate = useNavigate();
  const stop = useMutation({
    mutationFn: () => post<StoppedTransfer>(`/api/transfers/${id}/stop`),
    onSuccess: (stopped) => {
      onClose();
      const flash = afterStop(agency.name, stopped);
      void navigate({ to: "/transfers/$id", params: { id }, replace: true, state: { flash } });
      void queryClient.invalidateQueries({ queryKey: transferQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: transfersQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ["timeline"] });
      void queryClient.invalidateQueries({ queryKey: ["documents"] });
    },
  });
  return (
    <Dialog title={`Stop ${whose(agency.name)} access?`} onClose={onClose}>
      {beforeStop(agency.name, transfer.copies).map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {stop.error ? (
        <Notice look="problem" title={wordsOf(stop.error).title} live>
          <p>{wordsOf(stop.error).detail}</p>
        </Notice>
      ) : null}
      <div className="actions">
        <Button look="danger" busy={stop.isPending && "Stopping"} onClick={() => stop.mutate()}>
          Stop access now
        </Button>
        <Button look="calm" onClick={onClose}>
          Let it go on
        </Button>
      </div>
    </Dialog>
  );
}
