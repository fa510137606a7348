import { useQuery } from "@tanstack/react-query";
import { remindersQuery } from "../../api/reminder-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Card, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { CalendarSettings } from "./CalendarSettings.tsx";
import { mailKinds, stillMailed } from "./reminder-words.ts";
import { SettingTick } from "./SettingTick.tsx";

/** Which reminders are mailed, and the calendar that other programs can read. */
export default function ReminderSettings() {
  const me = useMe();
  const reminders = useQuery(remindersQuery);
  return (
    <div className="stack loose">
      <PageHead
        title="Reminders"
        lead="What we mail you, and your calendar"
        back={<BackLink to="/account">Account</BackLink>}
      />
      <AsyncView query={reminders} waiting={<Skeleton height="16rem" lines={2} />}>
        {({ mails, calendar }) => (
          <>
            <Card aria-labelledby="mails">
              <h2 id="mails">Mails</h2>
              <div className="stack">
                <p>
                  To <bdi>{me.email}</bdi>, at most one a day, after eight in the morning. A mail says in which group
                  something ends, and when. It names no paper and no agency, and not you.
                </p>
                <fieldset className="stack tight">
                  <legend className="unseen">Remind me by mail of</legend>
                  {mailKinds.map(({ setting, words, when }) => (
                    <SettingTick
                      key={setting}
                      name={setting}
                      label={words}
                      hint={when}
                      on={mails[setting]}
                      change={(on) => ({ mails: { [setting]: on } })}
                      said={(on) => (on ? `On: ${words}.` : `Off: ${words}.`)}
                    />
                  ))}
                </fieldset>
                <p className="small quiet">
                  {stillMailed} What you turn on again starts from that day; what was silent before stays unsaid.
                </p>
              </div>
            </Card>
            <CalendarSettings calendar={calendar} />
          </>
        )}
      </AsyncView>
    </div>
  );
}
