import { useState } from "react";
import { isProblem, post } from "../../api/client.ts";
import type { ReminderKind } from "../../api/types.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Notice } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { list } from "../../design/words.ts";
import { useLinkToken } from "../../shell/link-token.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { kindsInWords, stillMailed } from "../account/reminder-words.ts";

/** The link in a reminder: turns off the kind it names, by one press, for whoever has the mail. Looking turns nothing off. */
export default function Unsubscribe() {
  const token = useLinkToken();
  const [off, setOff] = useState<ReminderKind[]>();
  const [refused, setRefused] = useState<string>();
  const whole = token !== undefined && token !== refused;
  const form = useSubmit(async () => {
    try {
      setOff((await post<{ kinds: ReminderKind[] }>("/api/unsubscribe", { token })).kinds);
    } catch (error) {
      if (!isProblem(error, "link-expired")) throw error;
      setRefused(token);
    }
  });
  const title = !whole ? "This link is not whole" : off ? "These mails have stopped" : "Stop these mails?";
  return (
    <div className="narrow">
      <PageHead title={title} key={title} />
      {!whole ? (
        <NotWhole />
      ) : off ? (
        <Stopped kinds={off} />
      ) : (
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <p>Each link at the foot of a reminder stops one kind of mail: the kind that stands above it in that mail.</p>
          <p>Nothing else changes. {stillMailed}</p>
          <div className="actions">
            <Button type="submit" busy={form.busy && "Stopping them"}>
              Stop these mails
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function Stopped({ kinds }: { kinds: ReminderKind[] }) {
  return (
    <div className="stack">
      <Notice look="done" live>
        <p>No more mails about {list(kindsInWords(kinds))}.</p>
      </Notice>
      <p>
        {stillMailed} Other kinds of reminder stay as they were. Your papers still end on their days: Expiry shows them.
      </p>
      <p>To turn these mails on again, sign in and go to Reminders under Account.</p>
      <div className="actions">
        <ButtonLink to="/sign-in" search={{ next: "/account/reminders" }} look="calm">
          Sign in to see your reminders
        </ButtonLink>
      </div>
    </div>
  );
}

function NotWhole() {
  return (
    <div className="stack">
      <p>Open the link from the mail once more, all of it. Or sign in and choose what is mailed to you.</p>
      <div className="actions">
        <ButtonLink to="/sign-in" search={{ next: "/account/reminders" }} look="main">
          Sign in to see your reminders
        </ButtonLink>
      </div>
    </div>
  );
}
