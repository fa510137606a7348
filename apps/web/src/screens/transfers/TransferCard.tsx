import { Link } from "@tanstack/react-router";
import { Send } from "lucide-react";
import type { Transfer } from "../../api/types.ts";
import { dayInWords, dayOf, daysBetween } from "../../design/day.ts";
import { Tag } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { purposeInWords } from "../send/purposes.ts";
import { endInWords, sentBackCopies, standing, useInWords } from "./transfer-words.ts";
import "./transfers.css";

/** What left the owner's hands: a slip with the receiver's name and the end, unlike the cards of what is theirs. */
export function TransferCard({ transfer, today }: { transfer: Transfer; today: string }) {
  const { id, agency, state, sentAt, purpose, purposeText, endsOn } = transfer;
  const copies = standing(transfer.copies);
  const back = sentBackCopies(transfer).length;
  const left = daysBetween(today, endsOn);
  const when = left <= 0 ? "today" : left === 1 ? "tomorrow" : dayInWords(endsOn);
  return (
    <article className={state === "active" ? "slip" : "slip over"}>
      <p className="slip-head">
        <Send size={18} aria-hidden />
        <span>
          {state === "active" ? "With them" : "Over"}. {endInWords(transfer)}
        </span>
      </p>
      <div className="slip-body">
        <h3 dir="auto">
          <Link to="/transfers/$id" params={{ id }}>
            {agency.name}
          </Link>
        </h3>
        {back > 0 || (state === "active" && left <= 14) || agency.state === "suspended" ? (
          <p className="row">
            {back > 0 ? <Tag look="problem">{count(back, "copy", "copies")} sent back</Tag> : null}
            {state === "active" && left <= 14 ? <Tag look="soon">Ends {when}</Tag> : null}
            {state === "active" && agency.state === "suspended" ? <Tag look="soon">Agency suspended</Tag> : null}
          </p>
        ) : null}
        <p>
          {count(copies.length, "copy", "copies")}. {useInWords(transfer.copies)}.
        </p>
        <p className="small quiet" dir="auto">
          {purposeInWords(purpose, purposeText, agency.name)}. Sent {dayInWords(dayOf(sentAt))}.
        </p>
      </div>
    </article>
  );
}
