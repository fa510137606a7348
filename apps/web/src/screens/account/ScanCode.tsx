import { encode } from "uqr";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";

export interface Enabled {
  totpURI: string;
  backupCodes: string[];
}

/** The key for the app, as a picture and as text; then one code, to know that the app has it. */
export function ScanCode({ enabled, onDone }: { enabled: Enabled; onDone: () => void }) {
  const secret = new URL(enabled.totpURI).searchParams.get("secret") ?? "";
  const form = useSubmit(async (values) => {
    const code = values.text("code").replace(/\D/g, "");
    if (code.length !== 6)
      throw new FieldErrors([{ field: "code", message: "Enter the six digits your app shows now" }]);
    await post("/api/auth/two-factor/verify-totp", { code });
    onDone();
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>Scan this with your app, or type the key into it.</p>
      <QrCode text={enabled.totpURI} />
      <div className="stack tight">
        <span className="quiet small">Key</span>
        <p className="key-text">{secret.replace(/(.{4})/g, "$1 ").trim()}</p>
      </div>
      <TextField
        name="code"
        label="Six-digit code your app shows"
        className="digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.errorOf("code")}
      />
      <div className="actions">
        <Button type="submit" busy={form.busy && "Checking"}>
          Turn it on
        </Button>
      </div>
    </form>
  );
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 0 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="The key as a picture to scan. It stands below as text too"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
