import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { transfersQuery } from "../../api/queries.ts";
import type { Transfer } from "../../api/types.ts";
import { dayInWords, dayOf } from "../../design/day.ts";
import { count } from "../../design/words.ts";

/** The three newest, with the rest a press away. Nothing while nothing was sent. */
export function LatestTransfers() {
  const { data: transfers } = useQuery(transfersQuery);
  if (!transfers || transfers.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="latest">
      <h2 id="latest">Latest transfers</h2>
      <ul className="next-things">
        {transfers.slice(0, 3).map((transfer) => (
          <li key={transfer.id}>
            <div>
              <Link to="/transfers/$id" params={{ id: transfer.id }}>
                {count(transfer.copies.length, "copy", "copies")} to <bdi>{transfer.agency.name}</bdi>
              </Link>
              <span className="quiet">{standing(transfer)}</span>
            </div>
          </li>
        ))}
      </ul>
      {transfers.length > 3 ? <Link to="/transfers">All {transfers.length} transfers</Link> : null}
    </section>
  );
}

function standing({ state, sentAt, endsOn, endedAt, copies }: Transfer): string {
  if (state === "stopped") return `You stopped its access${endedAt ? ` on ${dayInWords(dayOf(endedAt))}` : ""}`;
  if (state === "ended") return `Its access ended on ${dayInWords(endsOn)}`;
  const opened = copies.filter(({ openedAt }) => openedAt).length;
  const seen = opened === 0 ? "not opened yet" : `${opened} opened`;
  return `Sent ${dayInWords(dayOf(sentAt))}, can open until ${dayInWords(endsOn)}, ${seen}`;
}
