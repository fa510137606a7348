import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CalendarCheck, Download } from "lucide-react";
import { useEffect } from "react";
import { type CandidateExpiry, endsSoonQuery, endsSoonTable } from "../../api/candidate-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonAnchor } from "../../design/Button.tsx";
import { dayInWords, dayOf, soonDays } from "../../design/day.ts";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { count, list } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { AgencyGate } from "../agency-inbox/AgencyGate.tsx";
import { byCandidate, inDays } from "./candidate-words.ts";
import { MoreFailed } from "./MoreFailed.tsx";
import "./candidates.css";

export default function EndsSoon() {
  return (
    <AgencyGate>
      <Inside />
    </AgencyGate>
  );
}

/** What stops counting in the coming days, under whose it is; all of it as a table to take away. */
function Inside() {
  const query = useInfiniteQuery(endsSoonQuery);
  const items = query.data?.pages.flatMap((page) => page.items);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  // A page counts candidates: one of whom nothing ends is no reason to stop.
  const last = query.data?.pages.at(-1)?.items.length;
  useEffect(() => {
    if (last === 0 && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [last, hasNextPage, isFetching, isError, fetchNextPage]);
  const done = items !== undefined && (items.length > 0 || !hasNextPage || isError);
  return (
    <>
      <PageHead
        title="Ends soon"
        lead={`What ends in the next ${soonDays} days, by the dates that were sent to you. A download stands in the timeline of everyone who is in the table, with your name.`}
      >
        <ButtonAnchor href={endsSoonTable} icon={Download} download>
          Download as a table (CSV)
        </ButtonAnchor>
      </PageHead>
      <div className="stack loose">
        <AsyncView query={{ ...query, data: done ? items : undefined }} waiting={<Skeleton height="6rem" lines={4} />}>
          {(ending) =>
            ending.length === 0 && isError ? null : ending.length === 0 ? (
              <EmptyState icon={CalendarCheck} title={`Nothing ends in the next ${soonDays} days`}>
                <p>Of what was sent to you and can be opened now. A copy whose date was not sent is not among these.</p>
              </EmptyState>
            ) : (
              <ByCandidate items={ending} />
            )
          }
        </AsyncView>
        {isError && items ? <MoreFailed error={query.error} onAgain={() => void fetchNextPage()} /> : null}
        {hasNextPage && done && !isError ? (
          <div className="actions">
            <Button
              look="calm"
              busy={query.isFetchingNextPage && "Looking at more candidates"}
              onClick={() => void fetchNextPage()}
            >
              Look at more candidates
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

function ByCandidate({ items }: { items: CandidateExpiry[] }) {
  const today = dayOf(new Date());
  return byCandidate(items).map(({ id, items: own }) => (
    <section key={id} className="stack tight" aria-labelledby={`of-${id}`}>
      <h2 id={`of-${id}`}>
        <Link to="/agency/candidates/$id" params={{ id }} dir="auto">
          {own[0]?.name}
        </Link>
      </h2>
      <p className="small quiet">
        {own[0]?.registrationNumber ? `${own[0].registrationNumber} (typed by the sender). ` : ""}
        {count(own.length, "thing ends", "things end")}.
      </p>
      <ul className="plain-list">
        {own.map(({ title, type, endsOn, breaks }) => (
          <li key={`${title} ${type} ${endsOn}`}>
            <p>
              <strong dir="auto">{title}</strong>: last good day {dayInWords(endsOn)}, {inDays(endsOn, today)}
            </p>
            <p className="small quiet">
              {breaks.length > 0
                ? `From the day after, not met any more: ${list(breaks)}.`
                : "Nothing you ask for depends on it."}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
