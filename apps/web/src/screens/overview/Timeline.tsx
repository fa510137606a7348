import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useId, useState } from "react";
import { wordsOf } from "../../api/problem.ts";
import { timelineQuery } from "../../api/queries.ts";
import type { TimelineEntry } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { dayHeading, dayOf, timeInWords } from "../../design/day.ts";
import { EmptyState, Notice, Skeleton } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { byDay, foldEntries, type Line } from "./fold.ts";
import "./timeline.css";

/** Everything that happened, newest first; of one thing when `object` names it. */
export function Timeline({ object, act }: { object?: string; act?: string }) {
  const query = useInfiniteQuery(timelineQuery({ ...(object ? { object } : {}), ...(act ? { act } : {}) }));
  if (query.isPending) return <Skeleton height="2.75rem" lines={6} />;
  if (query.isError) {
    const { title, detail } = wordsOf(query.error);
    return (
      <Notice look="problem" title={title} live>
        <p>{detail}</p>
        <Button look="calm" busy={query.isFetching && "Trying again"} onClick={() => void query.refetch()}>
          Try again
        </Button>
      </Notice>
    );
  }
  const entries = query.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={ScrollText}
        title={act ? "Nothing of this kind has happened" : "This fills up as things happen to your documents"}
      />
    );
  }
  return (
    <div className="stack">
      <EntryList entries={entries} />
      {query.hasNextPage ? (
        <Button
          look="calm"
          className="more"
          busy={query.isFetchingNextPage && "Loading earlier entries"}
          onClick={() => void query.fetchNextPage()}
        >
          Show earlier entries
        </Button>
      ) : null}
    </div>
  );
}

/** Entries under their days. Also for the agency's own log. */
export function EntryList({ entries }: { entries: TimelineEntry[] }) {
  const today = dayOf(new Date());
  return (
    <div className="timeline">
      {byDay(foldEntries(entries), dayOf).map(({ day, lines }) => (
        <section key={day} aria-label={dayHeading(day, today)}>
          <h3>{dayHeading(day, today)}</h3>
          <ol className="timeline-lines">
            {lines.map((line) => (
              <LineView key={line.entry.id} line={line} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function LineView({ line }: { line: Line }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { entry, entries } = line;
  const more = entries.length - 1;
  return (
    <li className={entry.actor.kind}>
      <time dateTime={entry.at}>{timeInWords(entry.at)}</time>
      <div>
        <p dir="auto">{entry.sentence}</p>
        {more > 0 ? (
          <>
            <button
              type="button"
              className="unfold"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {open ? "Show as one line" : `and ${count(more, "more entry", "more entries")} of the same visit`}
            </button>
            <ol id={id} className="folded" hidden={!open}>
              {entries.slice(1).map((each) => (
                <li key={each.id} dir="auto">
                  <time dateTime={each.at}>{timeInWords(each.at)}</time> {each.sentence}
                </li>
              ))}
            </ol>
          </>
        ) : null}
      </div>
    </li>
  );
}
