import { useState } from "react";
import { post } from "../../api/client.ts";
import { meQuery, queryClient } from "../../api/queries.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { PasswordField } from "../../design/Field.tsx";
import { Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { type Enabled, ScanCode } from "./ScanCode.tsx";
import "./account.css";

type Step = { at: "begin" } | { at: "scan"; enabled: Enabled } | { at: "codes"; codes: string[] };

/** Turning the second factor on (password, app, recovery codes), new codes, and off. */
export default function SecondFactor() {
  const me = useMe();
  const [step, setStep] = useState<Step>({ at: "begin" });
  const done = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  return (
    <>
      <PageHead title="Second factor" back={<BackLink to="/account">Account</BackLink>} />
      {step.at === "scan" ? (
        <ScanCode
          enabled={step.enabled}
          onDone={() => {
            void done();
            setStep({ at: "codes", codes: step.enabled.backupCodes });
          }}
        />
      ) : step.at === "codes" ? (
        <RecoveryCodes codes={step.codes} onDone={() => setStep({ at: "begin" })} />
      ) : me.secondFactor.on ? (
        <TurnedOn
          left={me.secondFactor.recoveryCodesLeft}
          needed={me.secondFactor.needed}
          onCodes={(codes) => setStep({ at: "codes", codes })}
        />
      ) : (
        <PasswordFirst
          says="With a second factor, nobody can sign in with your password alone. You need an app that shows codes, such as the one in your phone's password settings."
          act="Set up the second factor"
          run={async (password) =>
            setStep({ at: "scan", enabled: await post<Enabled>("/api/auth/two-factor/enable", { password }) })
          }
        />
      )}
    </>
  );
}

interface TurnedOnProps {
  left: number;
  needed: boolean;
  onCodes: (codes: string[]) => void;
}

function TurnedOn({ left, needed, onCodes }: TurnedOnProps) {
  const [asking, setAsking] = useState<"codes" | "off">();
  return (
    <div className="stack loose">
      <Notice look={left < 3 ? "soon" : "done"} title="Your second factor is on">
        <p>{count(left, "recovery code")} left. Each works once, when your phone is not at hand.</p>
      </Notice>
      {asking === "codes" ? (
        <PasswordFirst
          says="The codes you have now stop working."
          act="Make new recovery codes"
          run={async (password) => {
            const { backupCodes } = await post<{ backupCodes: string[] }>(
              "/api/auth/two-factor/generate-backup-codes",
              { password },
            );
            await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
            onCodes(backupCodes);
          }}
        />
      ) : asking === "off" ? (
        <PasswordFirst
          says="Afterwards your password alone is enough to sign in."
          act="Turn off the second factor"
          look="danger"
          run={async (password) => {
            await post("/api/auth/two-factor/disable", { password });
            await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
          }}
        />
      ) : (
        <div className="actions">
          <Button look="calm" onClick={() => setAsking("codes")}>
            Make new recovery codes
          </Button>
          {needed ? null : (
            <Button look="danger" onClick={() => setAsking("off")}>
              Turn it off
            </Button>
          )}
        </div>
      )}
      {needed ? <p className="quiet">It stays on while you can open other people's papers.</p> : null}
    </div>
  );
}

interface PasswordFirstProps {
  says: string;
  act: string;
  look?: "main" | "danger";
  run: (password: string) => Promise<void>;
}

/** The password again, before anything about signing in changes. */
function PasswordFirst({ says, act, look = "main", run }: PasswordFirstProps) {
  const form = useSubmit(async (values) => {
    const password = values.raw("password");
    if (!password) throw new FieldErrors([{ field: "password", message: "Enter your password" }]);
    await run(password);
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{says}</p>
      <PasswordField
        name="password"
        label="Your password"
        autoComplete="current-password"
        error={form.errorOf("password")}
      />
      <div className="actions">
        <Button type="submit" look={look} busy={form.busy && "Checking"}>
          {act}
        </Button>
      </div>
    </form>
  );
}
