import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { queryClient, termsQuery, transferQuery, transfersQuery } from "../../api/queries.ts";
import type { Terms, Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { addDays, dayFrom, dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { consentFor } from "../send/picked.ts";
import { postOnce } from "../send/send-once.ts";
import { ConsentTicks, unticked } from "./ConsentTicks.tsx";
import { standing } from "./transfer-words.ts";

/** A later last day: a new yes with a receipt of its own. */
export default function Extend() {
  const { id = "" } = useParams({ strict: false });
  const transfer = useQuery(transferQuery(id));
  const terms = useQuery(termsQuery);
  const waiting = <Skeleton height="4rem" lines={3} />;
  return (
    <div className="stack">
      <PageHead
        title="Choose a later end"
        back={
          <BackLink to="/transfers/$id" params={{ id }}>
            {transfer.data?.agency.name ?? "The transfer"}
          </BackLink>
        }
      />
      <AsyncView query={transfer} waiting={waiting}>
        {(one) => (
          <AsyncView query={terms} waiting={waiting}>
            {({ transferNotice }) =>
              one.state === "active" ? (
                <Later transfer={one} notice={transferNotice} />
              ) : (
                <Navigate to="/transfers/$id" params={{ id }} replace />
              )
            }
          </AsyncView>
        )}
      </AsyncView>
    </div>
  );
}

function Later({ transfer, notice }: { transfer: Transfer; notice: Terms }) {
  const navigate = useNavigate();
  const [today] = useState(() => dayOf(new Date()));
  const { id, agency, endsOn } = transfer;
  const copies = standing(transfer.copies);
  const records = copies.some(({ sensitivity }) => sensitivity === "criminal-record");
  const form = useSubmit(async (values) => {
    const day = dayFrom(...values.day("endsOn"));
    const errors = [...wrongDay(day, endsOn, today), ...unticked(copies, values)];
    if (errors.length > 0) throw new FieldErrors(errors);
    await postOnce<Transfer>(`/api/transfers/${id}/extend`, {
      endsOn: day,
      consent: consentFor(copies, notice.version),
    });
    await queryClient.invalidateQueries({ queryKey: transferQuery(id).queryKey });
    await queryClient.invalidateQueries({ queryKey: transfersQuery.queryKey });
    await navigate({
      to: "/transfers/$id",
      params: { id },
      replace: true,
      state: { flash: `Done. ${agency.name} can open the copies until ${dayInWords(day ?? endsOn)}.` },
    });
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>
        <bdi>{agency.name}</bdi> can open {count(copies.length, "copy", "copies")} until {dayInWords(endsOn)}. Nothing
        is made longer without you.
      </p>
      <DayField
        name="endsOn"
        label="New last day of access"
        hint={
          records
            ? "Criminal-record copies end six months after they were sent, whatever day you choose here"
            : "You can stop earlier at any time"
        }
        defaultValue={addDays(endsOn, 90)}
        error={form.errorOf("endsOn")}
      />
      <ConsentTicks of={copies} errorOf={form.errorOf} />
      <div className="actions">
        <Button type="submit" busy={form.busy && "Choosing the new end"}>
          Let <bdi>{agency.name}</bdi> open them longer
        </Button>
      </div>
    </form>
  );
}

function wrongDay(day: string | null | undefined, endsOn: string, today: string) {
  const wrong = (message: string) => [{ field: "endsOn", message }];
  if (day === null) return wrong("Enter the new last day of access");
  if (day === undefined) return wrong("Enter a date that exists, for example 27 3 2027");
  if (day <= endsOn) return wrong(`Enter a day after ${dayInWords(endsOn)}. To end access earlier, stop it`);
  if (day > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`) return wrong("Enter a last day within two years");
  return [];
}
