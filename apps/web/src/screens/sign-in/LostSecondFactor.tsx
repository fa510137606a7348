import { useState } from "react";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Notice } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { PageHead } from "../../shell/PageHead.tsx";

interface LostProps {
  email: string;
  password: string;
  onBack: () => void;
}

/** The one way back without the second factor: three days, three mails, and anyone signed in can stop it. */
export function LostSecondFactor({ email, password, onBack }: LostProps) {
  const [readyAt, setReadyAt] = useState<string>();
  const form = useSubmit(async () => {
    const answer = await post<{ readyAt: string }>("/api/auth/two-factor/recovery", { email, password });
    setReadyAt(answer.readyAt);
  });
  if (readyAt) {
    return (
      <>
        <PageHead title="Your second factor will be removed" key="asked" />
        <Notice look="done" live>
          <p>
            Come back after {momentInWords(readyAt)} and sign in with your password. We send three mails until then;
            each can stop this.
          </p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead title="Get back in without your second factor" />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <div className="prose">
          <p>This takes 72 hours, so that somebody who only has your password cannot do it unseen.</p>
          <ul>
            <li>We send you three mails in that time. Each has a link that stops it.</li>
            <li>Any device on which you are still signed in can stop it too.</li>
            <li>Afterwards you sign in with your password alone, and turn on a new second factor.</li>
            <li>Sending stays frozen for seven days after that. Your papers stay as they are.</li>
          </ul>
        </div>
        <div className="actions">
          <Button type="submit" busy={form.busy && "Asking"}>
            Start the 72 hours
          </Button>
          <Button look="calm" onClick={onBack}>
            Back to the code
          </Button>
        </div>
      </form>
    </>
  );
}
