import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { expiriesQuery } from "../../api/compliance-queries.ts";
import { dayInWords, dayOf } from "../../design/day.ts";
import { count } from "../../design/words.ts";
import { type Month, yearAhead } from "./year-ahead.ts";

/** What lapses in the coming year: a strip of twelve months to see it, a list to read it. */
export function YearAhead() {
  const expiries = useQuery(expiriesQuery);
  if (!expiries.data) return null;
  const months = yearAhead(expiries.data, dayOf(new Date()));
  const endings = months.flatMap((month) => month.endings);
  if (endings.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="year">
      <h2 id="year">The year ahead</h2>
      <p className="quiet">
        {endings.length === 1 ? "One paper ends" : `${count(endings.length, "paper")} end`} in the next twelve months.
      </p>
      <ol className="year" aria-hidden>
        {months.map((month, at) => (
          <MonthCell key={month.month} month={month} soon={at < 3} />
        ))}
      </ol>
      <p>
        <Link to="/expiry">All that ends, by month</Link>
      </p>
      <details className="again">
        <summary>Which, and when</summary>
        <ul className="plain-list">
          {endings.map(({ documentId, title, endsOn }) => (
            <li key={documentId} className="row between">
              <Link to="/documents/$id" params={{ id: documentId }}>
                <bdi>{title}</bdi>
              </Link>
              <span>{dayInWords(endsOn)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function MonthCell({ month: { month, endings }, soon }: { month: Month; soon: boolean }) {
  const name = dayInWords(`${month}-01`).split(" ")[1]?.slice(0, 3);
  const look = endings.length === 0 ? "" : soon ? "soon" : "later";
  return (
    <li className={look}>
      <b>{endings.length || ""}</b>
      <span>{name}</span>
    </li>
  );
}
