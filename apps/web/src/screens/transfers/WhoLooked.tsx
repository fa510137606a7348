import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { timelineQuery } from "../../api/queries.ts";
import type { Copy } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { momentInWords } from "../../design/day.ts";
import { Skeleton } from "../../design/surface.tsx";

/** Who opened one copy and when, fetched when it is asked for. */
export function WhoLooked({ copy }: { copy: Copy }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="who-looked small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Who looked<span className="unseen"> at {copy.title}</span>
      </summary>
      {open ? <Lookers copyId={copy.id} /> : null}
    </details>
  );
}

function Lookers({ copyId }: { copyId: string }) {
  const query = useInfiniteQuery(timelineQuery({ object: copyId }));
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <AsyncView query={{ ...query, data: entries }} waiting={<Skeleton height="1.5rem" lines={2} />}>
      {(all) => (
        <div className="stack tight">
          <ul className="lookers">
            {all.map(({ id, at, sentence }) => (
              <li key={id} dir="auto">
                {sentence} <span className="quiet">{momentInWords(at)}</span>
              </li>
            ))}
          </ul>
          {query.hasNextPage ? (
            <p>
              <Link to="/overview">Earlier ones stand in your timeline</Link>
            </p>
          ) : null}
        </div>
      )}
    </AsyncView>
  );
}
