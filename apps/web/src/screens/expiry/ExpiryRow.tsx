import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, put, remove } from "../../api/client.ts";
import { judgeAgain } from "../../api/compliance-queries.ts";
import type { DocumentTypeItem, Expiry } from "../../api/types.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Tag } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { endedAs, ruleOf } from "../documents/paper-state.ts";
import { renewing } from "../documents/renewing.ts";
import { BookDialog } from "./BookDialog.tsx";
import { beginWords, canSnooze, endWords, isBooked, isNear, isSnoozed, isSoon, wantedWords } from "./by-month.ts";

interface Props {
  item: Expiry;
  /** What kind of paper it is, once that is known. */
  type: DocumentTypeItem | undefined;
  today: string;
}

/** One paper that ends. */
export function ExpiryRow({ item, type, today }: Props) {
  const [booking, setBooking] = useState(false);
  const { documentId, title, bookedOn, snoozedUntil } = item;
  const begin = beginWords(item, today);
  const booked = isBooked(item, today);
  const snoozed = isSnoozed(item, today);
  const next = renewing(documentId, type);
  const base = `/api/expiries/${documentId}`;
  const snooze = useSubmit(async () => {
    const after = await api<Expiry>(`${base}/snooze`, { method: "PUT" });
    announce(`No reminder about ${title} until ${dayInWords(after.snoozedUntil ?? after.endsOn)}.`);
    await judgeAgain();
  });
  const takeBack = useSubmit(async () => {
    if (bookedOn !== null) await put(`${base}/booking`, { on: null });
    if (snoozedUntil !== null) await remove(`${base}/snooze`);
    announce(`We remind you of ${title} again.`);
    await judgeAgain();
  });
  return (
    <article className="expiry-row">
      <div>
        <h3>
          <Link to="/documents/$id" params={{ id: documentId }} dir="auto">
            {title}
          </Link>
        </h3>
        <p className="row">
          {item.daysLeft < 0 ? <Ended type={type} today={today} /> : null}
          {isSoon(item) ? <Tag look="soon">Ends soon</Tag> : null}
          <span>{endWords(item)}</span>
        </p>
        <p className="small quiet">
          <bdi>{wantedWords(item)}</bdi>.{begin === null ? "" : ` ${begin}.`}
        </p>
        {bookedOn !== null ? (
          <p className="small">
            You booked it for {dayInWords(bookedOn)}.{" "}
            {booked ? "Silent until the day after." : "Add the new one as soon as you have it."}
          </p>
        ) : null}
        {snoozed && snoozedUntil !== null ? <p className="small">Put off until {dayInWords(snoozedUntil)}.</p> : null}
        <ErrorSummary errors={[...snooze.errors, ...takeBack.errors]} attempt={snooze.attempt + takeBack.attempt} />
      </div>
      <div className="actions">
        {isNear(item) ? (
          <ButtonLink {...next.link} look="calm" aria-label={`${next.act}: ${title}`}>
            {next.act}
          </ButtonLink>
        ) : null}
        {!booked && isNear(item) ? (
          <Button look="bare" onClick={() => setBooking(true)}>
            I have booked it<span className="unseen">: {title}</span>
          </Button>
        ) : null}
        {canSnooze(item, today) ? (
          <form {...snooze.form}>
            <Button type="submit" look="bare" busy={snooze.busy && "Putting it off"}>
              Snooze<span className="unseen"> {title}</span>
            </Button>
          </form>
        ) : null}
        {booked || snoozed ? (
          <form {...takeBack.form}>
            <Button type="submit" look="bare" busy={takeBack.busy && "Saving"}>
              Remind me again<span className="unseen"> of {title}</span>
            </Button>
          </form>
        ) : null}
      </div>
      {booking ? <BookDialog item={item} today={today} onClose={() => setBooking(false)} /> : null}
    </article>
  );
}

function Ended({ type, today }: Pick<Props, "type" | "today">) {
  const rule = ruleOf(type);
  if (!rule) return <Tag look="problem">Out of date</Tag>;
  const { word, look } = endedAs(rule, today);
  return <Tag look={look}>{word}</Tag>;
}
