import { useEffect, useState } from "react";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { isEmail } from "./email.ts";
import { keepWaiting, type WaitingAccount } from "./waiting-account.ts";

interface SendAgainProps {
  account: WaitingAccount;
  onChange: (account: WaitingAccount) => void;
}

/** Asks for the mail again, to the same address or a corrected one, once the wait is over. */
export function SendAgain({ account, onChange }: SendAgainProps) {
  const left = useSecondsUntil(account.resendAt);
  const form = useSubmit(async (values) => {
    const email = values.text("email");
    if (!isEmail(email))
      throw new FieldErrors([{ field: "email", message: "Enter an email address, for example name@example.com" }]);
    await post("/api/auth/confirmation/resend", {
      confirmation: account.confirmation,
      ...(email === account.email ? {} : { email }),
    });
    const next = { ...account, email, resendAt: Date.now() + 60_000 };
    keepWaiting(next);
    onChange(next);
    announce(`Sent to ${email}`);
  });
  return (
    <details className="again">
      <summary>No mail? Send it again or correct the address</summary>
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p className="quiet">It can take a minute, and sometimes lands among junk mail.</p>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="email"
          defaultValue={account.email}
          error={form.errorOf("email")}
        />
        <div className="actions">
          {left > 0 ? (
            <p className="quiet">You can send it again in {count(left, "second")}.</p>
          ) : (
            <Button type="submit" look="calm" busy={form.busy && "Sending"}>
              Send the mail again
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}

function useSecondsUntil(instant: number): number {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((instant - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    setNow(Date.now());
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return left;
}
