import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { expiriesQuery } from "../../api/compliance-queries.ts";
import { transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document } from "../../api/types.ts";
import { ButtonLink } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { Skeleton } from "../../design/surface.tsx";
import { useReadiness } from "../requirements/useReadiness.ts";
import { nextThings } from "./next-things.ts";

const most = 3;

/** Do this next: three things at most, or that there are none. */
export function NextThings({ documents }: { documents: Document[] }) {
  const transfers = useQuery(transfersQuery);
  const expiries = useQuery(expiriesQuery);
  const types = useQuery(typesQuery);
  const { readiness, isLoading, unasked } = useReadiness();
  if (isLoading || expiries.isLoading || types.isLoading) return <Skeleton height="3.5rem" lines={3} />;
  const things = nextThings({
    ...{ documents, transfers: transfers.data ?? [], expiries: expiries.data ?? [] },
    steps: readiness?.doNext ?? [],
    types: types.data ?? new Map(),
    today: dayOf(new Date()),
  });
  return (
    <section aria-labelledby="next" className="stack tight">
      <h2 id="next">{things.length === 0 && !unasked ? "Nothing needs doing" : "Do this next"}</h2>
      <ul className="next-things">
        {unasked ? (
          <li>
            <div>
              <strong>Say what you do and where</strong>
              <span className="quiet">Four short questions, and you see what each agency still wants</span>
            </div>
            <ButtonLink to="/set-up" look="main">
              Set up
            </ButtonLink>
          </li>
        ) : null}
        {things.slice(0, unasked ? most - 1 : most).map(({ key, title, why, act, link }) => (
          <li key={key}>
            <div>
              <strong dir="auto">{title}</strong>
              <span className="quiet" dir="auto">
                {why}
              </span>
            </div>
            <Link {...link}>
              {act}
              <span className="unseen">: {title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {things.length > most ? (
        <p>
          <Link to="/documents" search={{ show: "unfinished" }}>
            All that needs something
          </Link>
        </p>
      ) : null}
    </section>
  );
}
