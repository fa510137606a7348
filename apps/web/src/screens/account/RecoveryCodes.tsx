import { Download } from "lucide-react";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Tick } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { download } from "../overview/saved-summary.ts";

/** The codes, shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const form = useSubmit(async (values) => {
    if (!values.ticked("saved")) {
      throw new FieldErrors([
        { field: "saved", message: "Save the codes, then tick that you did. They are not shown again" },
      ]);
    }
    onDone();
  });
  const text = `Locum Passport recovery codes\nEach works once.\n\n${codes.join("\n")}\n`;
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <h2>Save your recovery codes</h2>
      <p>
        Each signs you in once when your phone is not at hand. Keep them where you would keep a spare key, not on this
        phone. They are not shown again.
      </p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button look="calm" icon={Download} onClick={() => download("locum-passport-recovery-codes.txt", text)}>
          Save as a file
        </Button>
      </div>
      <Tick name="saved" label="I have saved these codes" error={form.errorOf("saved")} />
      <div className="actions">
        <Button type="submit">Done</Button>
      </div>
    </form>
  );
}
