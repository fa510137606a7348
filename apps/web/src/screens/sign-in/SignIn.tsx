import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { api, isProblem, post } from "../../api/client.ts";
import { askForPasskey, passkeysWork, wasDismissed } from "../../api/passkeys.ts";
import type { SignedIn } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { PasswordField, TextField } from "../../design/Field.tsx";
import { Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { homeOf, renewSession } from "../../shell/session.ts";
import { LostSecondFactor } from "./LostSecondFactor.tsx";
import { SecondStep } from "./SecondStep.tsx";
import { keepWaiting, waitingAccount } from "./waiting-account.ts";
import "./sign-in.css";

export default function SignIn() {
  const [step, setStep] = useState<"first" | "second" | "lost">("first");
  const [typed, setTyped] = useState({ email: "", password: "" });
  const arrive = useArrive();
  return (
    <div className="narrow">
      {step === "first" ? (
        <FirstStep
          onDone={arrive}
          onSecond={(credentials) => {
            setTyped(credentials);
            setStep("second");
          }}
        />
      ) : step === "second" ? (
        <SecondStep onDone={arrive} onLost={() => setStep("lost")} />
      ) : (
        <LostSecondFactor {...typed} onBack={() => setStep("second")} />
      )}
    </div>
  );
}

/** To where the person was going, or to their first screen. */
function useArrive() {
  const { next } = useSearch({ strict: false });
  const navigate = useNavigate();
  return async () => {
    const me = await renewSession();
    if (next) await navigate({ href: next, replace: true });
    else await navigate({ to: me ? homeOf(me) : "/", replace: true });
  };
}

interface FirstStepProps {
  onDone: () => Promise<void>;
  onSecond: (credentials: { email: string; password: string }) => void;
}

function FirstStep({ onDone, onSecond }: FirstStepProps) {
  const { ended, confirmed } = useSearch({ strict: false });
  const navigate = useNavigate();
  const form = useSubmit(async (values) => {
    const credentials = { email: values.text("email"), password: values.raw("password") };
    const errors = [
      ...(credentials.email ? [] : [{ field: "email", message: "Enter your email address" }]),
      ...(credentials.password ? [] : [{ field: "password", message: "Enter your password" }]),
    ];
    if (errors.length > 0) throw new FieldErrors(errors);
    try {
      const answer = await post<SignedIn>("/api/auth/sign-in/email", credentials);
      if (answer.twoFactorRedirect) onSecond(credentials);
      else await onDone();
    } catch (error) {
      if (!isProblem(error, "address-not-confirmed")) throw error;
      const known = waitingAccount();
      keepWaiting(
        known?.email === credentials.email ? known : { email: credentials.email, confirmation: undefined, resendAt: 0 },
        credentials.password,
      );
      await navigate({ to: "/sign-up/waiting" });
    }
  });
  return (
    <>
      <PageHead title="Sign in" />
      <div className="stack loose">
        {ended ? (
          <Notice title="You were signed out" live>
            <p>Sign in, and you are back where you were.</p>
          </Notice>
        ) : null}
        {confirmed ? (
          <Notice look="done" title="Your address is confirmed" live>
            <p>Sign in with your password to begin.</p>
          </Notice>
        ) : null}
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="username webauthn"
            spellCheck={false}
            error={form.errorOf("email")}
          />
          <PasswordField
            name="password"
            label="Password"
            autoComplete="current-password"
            error={form.errorOf("password")}
          />
          <div className="actions">
            <Button type="submit" busy={form.busy && "Signing in"}>
              Sign in
            </Button>
            <Link to="/reset-password">I forgot my password</Link>
          </div>
        </form>
        {passkeysWork() ? <PasskeyWay onDone={onDone} /> : null}
        <p>
          New here? <Link to="/sign-up">Sign up</Link>
        </p>
      </div>
    </>
  );
}

function PasskeyWay({ onDone }: { onDone: () => Promise<void> }) {
  const form = useSubmit(async () => {
    const options = await api<PublicKeyCredentialRequestOptionsJSON>("/api/auth/passkey/generate-authenticate-options");
    try {
      await post("/api/auth/passkey/verify-authentication", { response: await askForPasskey(options) });
    } catch (error) {
      if (wasDismissed(error))
        throw new FieldErrors([{ field: "", message: "No passkey was used. Try again, or use your password" }]);
      throw error;
    }
    await onDone();
  });
  return (
    <form className="stack other-way" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Button type="submit" look="calm" icon={KeyRound} busy={form.busy && "Waiting for your passkey"}>
        Sign in with a passkey
      </Button>
    </form>
  );
}
