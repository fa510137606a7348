import { useState } from "react";
import { post } from "../../api/client.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Notice } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { useLinkToken } from "../../shell/link-token.ts";
import { PageHead } from "../../shell/PageHead.tsx";

/** The link in the three mails: stops somebody from replacing the second factor. */
export default function KeepSecondFactor() {
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const form = useSubmit(async () => {
    await post("/api/auth/two-factor/recovery/cancel", { token });
    setDone(true);
  });
  return (
    <div className="narrow">
      <PageHead title={done ? "Your second factor stays" : "Keep your second factor"} key={String(done)} />
      {done ? (
        <div className="stack">
          <Notice look="done" live>
            <p>The request is stopped. Whoever made it knows your password, so change that now.</p>
          </Notice>
          <div className="actions">
            <ButtonLink to="/reset-password" look="main">
              Set a new password
            </ButtonLink>
          </div>
        </div>
      ) : (
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <p>
            Somebody who knows your password asked us to remove your second factor. If that was not you, stop it here.
            Your second factor then stays as it is.
          </p>
          <div className="actions">
            <Button type="submit" look="danger" busy={form.busy && "Stopping"}>
              Stop it and keep my second factor
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
