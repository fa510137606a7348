import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { MailX } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, post, query } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { SignedIn } from "../../api/types.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { EmptyState, Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { homeOf, renewSession } from "../../shell/session.ts";
import { SendAgain } from "./SendAgain.tsx";
import { forgetWaiting, type WaitingAccount, waitingAccount, waitingPassword } from "./waiting-account.ts";

/** Between sign-up and the first sign-in. Goes on by itself when the address is confirmed, here or anywhere. */
export default function WaitingForConfirmation() {
  const [account, setAccount] = useState(waitingAccount);
  if (!account) return <NobodyWaits />;
  return <Waiting account={account} onChange={setAccount} />;
}

function Waiting({ account, onChange }: { account: WaitingAccount; onChange: (account: WaitingAccount) => void }) {
  const goOn = useGoOn(account);
  const state = useQuery({
    queryKey: ["confirmation", account.confirmation],
    queryFn: ({ signal }) =>
      api<{ confirmed: boolean }>(`/api/auth/confirmation${query({ handle: account.confirmation })}`, { signal }),
    enabled: account.confirmation !== undefined,
    refetchInterval: ({ state }) => (state.data?.confirmed ? false : 3000),
    refetchIntervalInBackground: false,
    retry: false,
  });
  useEffect(() => {
    if (state.data?.confirmed) goOn();
  }, [state.data?.confirmed, goOn]);

  const form = useSubmit(async (values) => {
    const code = values.text("code").replace(/\D/g, "");
    if (code.length !== 6) throw new FieldErrors([{ field: "code", message: "Enter the six digits from the mail" }]);
    await post("/api/auth/confirm", { email: account.email, code });
    await queryClient.cancelQueries({ queryKey: ["confirmation"] });
    await goOn();
  });
  return (
    <div className="narrow stack loose">
      <PageHead
        title="Confirm your email address"
        lead={
          <>
            We sent a mail to <strong>{account.email}</strong>. Press the link in it, on any device, or type its six
            digits here.
          </>
        }
      />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          name="code"
          label="Six-digit code"
          className="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          error={form.errorOf("code")}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Confirming"}>
            Confirm
          </Button>
        </div>
      </form>
      {account.confirmation === undefined ? (
        <p>
          Is the mail lost? <Link to="/sign-up">Sign up again</Link> with the same address, and a new one comes.
        </p>
      ) : (
        <>
          <Notice>
            <p>This page goes on by itself once the link was pressed. You can leave it open.</p>
          </Notice>
          <SendAgain account={account} onChange={onChange} />
        </>
      )}
    </div>
  );
}

/** Signs in with the password still in memory, once; without it, asks for it. */
function useGoOn(account: WaitingAccount): () => Promise<void> {
  const navigate = useNavigate();
  const gone = useRef(false);
  return useCallback(async () => {
    if (gone.current) return;
    gone.current = true;
    const password = waitingPassword();
    forgetWaiting();
    try {
      if (!password) throw new Error("This tab was loaded again since the password was typed");
      await post<SignedIn>("/api/auth/sign-in/email", { email: account.email, password });
      const me = await renewSession();
      await navigate({ to: me ? homeOf(me) : "/sign-in" });
    } catch {
      // The address is confirmed either way; the sign-in screen says what is left to do.
      await navigate({ to: "/sign-in", search: { confirmed: true } });
    }
  }, [account.email, navigate]);
}

function NobodyWaits() {
  return (
    <div className="narrow">
      <PageHead title="Nobody waits here" />
      <EmptyState icon={MailX} title="This browser has no sign-up that waits for its mail">
        <p>Sign up, or sign in if your address is confirmed already.</p>
        <div className="actions">
          <ButtonLink to="/sign-in" look="main">
            Sign in
          </ButtonLink>
          <Link to="/sign-up">Sign up</Link>
        </div>
      </EmptyState>
    </div>
  );
}
