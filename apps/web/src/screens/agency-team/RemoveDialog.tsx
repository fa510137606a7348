import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { membersQuery } from "../../api/agency-queries.ts";
import { remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { meQuery, queryClient } from "../../api/queries.ts";
import type { Member } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { Notice } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";

interface Props {
  member: Member;
  /** Removing oneself. */
  self: boolean;
  onClose: () => void;
}

export function RemoveDialog({ member, self, onClose }: Props) {
  const navigate = useNavigate();
  const removal = useMutation({
    mutationFn: () => remove(`/api/agency/members/${member.id}`),
    onSuccess: async () => {
      onClose();
      if (self) {
        await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
        await navigate({ to: "/overview", state: { flash: "You have left the agency." } });
        return;
      }
      announce(`Removed. ${member.name} is signed out.`);
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
    },
  });
  return (
    <Dialog title={self ? "Leave the agency?" : `Remove ${member.name}?`} onClose={onClose}>
      {self ? (
        <p>You can open nothing that was sent to the agency from then on, and are signed out everywhere.</p>
      ) : (
        <p>
          <bdi>{member.name}</bdi> is signed out everywhere at once and can open nothing that was sent to the agency.
          What they opened stays in the timelines under their name. To come back, they need a new invitation.
        </p>
      )}
      {removal.error ? (
        <Notice look="problem" title={wordsOf(removal.error).title} live>
          <p>{wordsOf(removal.error).detail}</p>
        </Notice>
      ) : null}
      <div className="actions">
        <Button look="danger" busy={removal.isPending && "Removing"} onClick={() => removal.mutate()}>
          {self ? "Leave the agency" : `Remove ${member.name}`}
        </Button>
        <Button look="calm" onClick={onClose}>
          {self ? "Stay" : "Keep them"}
        </Button>
      </div>
    </Dialog>
  );
}
