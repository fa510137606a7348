import { useState } from "react";
import { post } from "../../api/client.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Notice } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { useLinkToken } from "../../shell/link-token.ts";
import { PageHead } from "../../shell/PageHead.tsx";

/** Where the mail's link leads. It asks for one press: programs that look into mail open links, and must not confirm. */
export default function ConfirmLink() {
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const form = useSubmit(async () => {
    await post("/api/auth/confirm", { token });
    setDone(true);
  });
  if (done) {
    return (
      <div className="narrow">
        <PageHead title="Your address is confirmed" key="done" />
        <div className="stack">
          <Notice look="done" live>
            <p>If the page where you signed up is still open, it goes on by itself. Otherwise sign in here.</p>
          </Notice>
          <div className="actions">
            <ButtonLink to="/sign-in" look="main">
              Sign in
            </ButtonLink>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className="narrow">
      <PageHead title="Confirm your email address" />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {token ? (
          <>
            <p>One press, and the address belongs to your passport.</p>
            <div className="actions">
              <Button type="submit" busy={form.busy && "Confirming"}>
                Confirm this address
              </Button>
            </div>
          </>
        ) : (
          <p>This link is not whole. Open the one in the mail again, or type the six digits where you signed up.</p>
        )}
      </form>
    </div>
  );
}
