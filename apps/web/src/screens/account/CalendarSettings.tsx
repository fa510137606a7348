import { useMutation } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { api, remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { remindersQuery } from "../../api/reminder-queries.ts";
import type { Reminders } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { momentInWords } from "../../design/day.ts";
import { Card, Fact, Facts, Notice } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";
import { CalendarAddress } from "./CalendarAddress.tsx";
import { SettingTick } from "./SettingTick.tsx";

/** The calendar behind a secret address: off until turned on, told once, made anew or turned off at any time. */
export function CalendarSettings({ calendar }: { calendar: Reminders["calendar"] }) {
  const [address, setAddress] = useState<string>();
  const [asking, setAsking] = useState<"anew" | "off">();
  const learn = () => queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey });
  const turnOn = useMutation({
    mutationFn: () => api<{ address: string }>("/api/me/calendar", { method: "PUT" }),
    onSuccess: async (made) => {
      setAddress(made.address);
      setAsking(undefined);
      await learn();
      announce("The calendar is on. Its address stands below.");
    },
  });
  const turnOff = useMutation({
    mutationFn: () => remove("/api/me/calendar"),
    onSuccess: async () => {
      setAddress(undefined);
      setAsking(undefined);
      await learn();
      announce("The calendar is off. Its address leads nowhere now.");
    },
  });
  const { on, named, turnedOnAt, lastReadAt } = calendar;
  return (
    <Card aria-labelledby="calendar">
      <h2 id="calendar">Calendar</h2>
      <div className="stack">
        <p>
          Your own calendar can show the days on which your papers end. It reads them at a secret address, again and
          again, without signing in. <strong>So the firm that keeps your calendar reads them too</strong>: Google,
          Apple, Microsoft, or your employer. Whoever else gets to know the address can do the same.
        </p>
        {address === undefined ? null : <CalendarAddress address={address} onDone={() => setAddress(undefined)} />}
        {on ? (
          <>
            <Facts>
              <Fact label="The calendar is">On{turnedOnAt === null ? "" : `, since ${momentInWords(turnedOnAt)}`}</Fact>
              <Fact label="Last read">{lastReadAt === null ? "Not yet" : momentInWords(lastReadAt)}</Fact>
            </Facts>
            <SettingTick
              name="calendarNamed"
              label="Name ordinary papers in it"
              hint="Unticked, each entry says “Something in your passport ends”. Health and criminal-record papers are never named."
              on={named}
              change={(wish) => ({ calendarNamed: wish })}
              said={(wish) => (wish ? "Ordinary papers are named." : "No paper is named.")}
            />
            <div className="actions">
              <Button look="calm" onClick={() => setAsking("anew")}>
                Make a new address
              </Button>
              <Button look="danger" onClick={() => setAsking("off")}>
                Turn the calendar off
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>The calendar is off. Turned on, each of its entries says “Something in your passport ends”.</p>
            <Trouble error={turnOn.error} />
            <div className="actions">
              <Button icon={CalendarPlus} busy={turnOn.isPending && "Turning it on"} onClick={() => turnOn.mutate()}>
                Turn the calendar on
              </Button>
            </div>
          </>
        )}
      </div>
      {asking === "anew" ? (
        <Dialog title="Make a new address?" onClose={() => setAsking(undefined)}>
          <p>
            The address you have now stops working. Calendars that read it show nothing new until you give them the new
            one.
          </p>
          <Trouble error={turnOn.error} />
          <div className="actions">
            <Button look="danger" busy={turnOn.isPending && "Making it"} onClick={() => turnOn.mutate()}>
              End the old address and make a new one
            </Button>
            <Button look="calm" onClick={() => setAsking(undefined)}>
              Leave it as it is
            </Button>
          </div>
        </Dialog>
      ) : null}
      {asking === "off" ? (
        <Dialog title="Turn the calendar off?" onClose={() => setAsking(undefined)}>
          <p>
            The address stops working at once. What a calendar has read already may stay there until you take it out of
            that calendar.
          </p>
          <Trouble error={turnOff.error} />
          <div className="actions">
            <Button look="danger" busy={turnOff.isPending && "Turning it off"} onClick={() => turnOff.mutate()}>
              Turn it off
            </Button>
            <Button look="calm" onClick={() => setAsking(undefined)}>
              Leave it on
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Card>
  );
}

function Trouble({ error }: { error: Error | null }) {
  if (!error) return null;
  const { title, detail } = wordsOf(error);
  return (
    <Notice look="problem" title={title} live>
      <p>{detail}</p>
    </Notice>
  );
}
