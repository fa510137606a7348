import { type ReactNode, useState } from "react";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { PageHead } from "../../shell/PageHead.tsx";

interface SecondStepProps {
  onDone: () => Promise<void>;
  onLost: () => void;
}

/** The code from the app, or one of the recovery codes. */
export function SecondStep({ onDone, onLost }: SecondStepProps) {
  const [way, setWay] = useState<"app" | "recovery">("app");
  return way === "app" ? (
    <CodeForm
      key="app"
      title="Enter the code from your app"
      label="Six-digit code"
      path="/api/auth/two-factor/verify-totp"
      tidy={(typed) => typed.replace(/\D/g, "")}
      fits={(code) => code.length === 6}
      message="Enter the six digits your app shows now"
      onDone={onDone}
    >
      <Button look="bare" onClick={() => setWay("recovery")}>
        Use a recovery code
      </Button>
      <Button look="bare" onClick={onLost}>
        I have neither
      </Button>
    </CodeForm>
  ) : (
    <CodeForm
      key="recovery"
      title="Enter a recovery code"
      label="Recovery code"
      hint="One of those you saved when you turned the second factor on. Each works once."
      path="/api/auth/two-factor/verify-backup-code"
      tidy={(typed) => typed.trim()}
      fits={(code) => code.length >= 8}
      message="Enter one recovery code, as you saved it"
      onDone={onDone}
    >
      <Button look="bare" onClick={() => setWay("app")}>
        Use the app
      </Button>
      <Button look="bare" onClick={onLost}>
        I have neither
      </Button>
    </CodeForm>
  );
}

interface CodeFormProps {
  title: string;
  label: string;
  hint?: string;
  path: string;
  tidy: (typed: string) => string;
  fits: (code: string) => boolean;
  message: string;
  onDone: () => Promise<void>;
  children: ReactNode;
}

function CodeForm({ title, label, hint, path, tidy, fits, message, onDone, children }: CodeFormProps) {
  const form = useSubmit(async (values) => {
    const code = tidy(values.text("code"));
    if (!fits(code)) throw new FieldErrors([{ field: "code", message }]);
    await post(path, { code });
    await onDone();
  });
  const digits = path.endsWith("totp");
  return (
    <>
      <PageHead title={title} />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          name="code"
          label={label}
          {...(hint ? { hint } : {})}
          className={digits ? "digits" : ""}
          inputMode={digits ? "numeric" : "text"}
          autoComplete={digits ? "one-time-code" : "off"}
          autoCapitalize="none"
          spellCheck={false}
          error={form.errorOf("code")}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Checking"}>
            Sign in
          </Button>
        </div>
        <div className="row">{children}</div>
      </form>
    </>
  );
}
