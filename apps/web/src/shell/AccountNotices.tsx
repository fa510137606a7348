import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { post } from "../api/client.ts";
import { meQuery, queryClient } from "../api/queries.ts";
import type { Me } from "../api/types.ts";
import { Button } from "../design/Button.tsx";
import { momentInWords } from "../design/day.ts";
import { Notice } from "../design/surface.tsx";

/** What this person must know wherever they are: texts that changed, a second factor somebody wants replaced. */
export function AccountNotices({ me }: { me: Me }) {
  const cancel = useMutation({
    mutationFn: () => post("/api/auth/two-factor/recovery/cancel"),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const recovery = me.secondFactorRecovery;
  const texts = me.termsToAccept.filter((name) => name === "licence" || name === "privacy");
  if (!recovery && texts.length === 0) return null;
  return (
    <div className="stack notices">
      {recovery ? (
        <Notice look="problem" title="Somebody asked to replace your second factor">
          <p>
            It will be removed on {momentInWords(recovery.readyAt)}. If this was not you, stop it here, then change your
            password.
          </p>
          <div className="actions">
            <Button look="danger" busy={cancel.isPending && "Stopping"} onClick={() => cancel.mutate()}>
              Stop it and keep my second factor
            </Button>
          </div>
        </Notice>
      ) : null}
      {texts.length > 0 ? (
        <Notice look="soon" title="Our texts have changed">
          <p>
            <Link to="/account/texts">Read what changed and say whether you agree</Link>. Until then you can read,
            export and delete, and cannot add or send.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
