import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document } from "../../api/types.ts";
import { dayOf } from "../../design/day.ts";
import { Skeleton } from "../../design/surface.tsx";
import { nextThings } from "./next-things.ts";

/** The next three things to do, or that there are none. */
export function NextThings({ documents }: { documents: Document[] }) {
  const types = useQuery(typesQuery);
  const transfers = useQuery(transfersQuery);
  if (!types.data) return <Skeleton height="3.5rem" lines={3} />;
  const things = nextThings(documents, types.data, transfers.data ?? [], dayOf(new Date()));
  return (
    <section aria-labelledby="next" className="stack tight">
      <h2 id="next">
        {things.length === 0 ? "Nothing needs doing" : things.length === 1 ? "One thing to do" : "Next things to do"}
      </h2>
      {things.length === 0 ? <p className="quiet">No paper here ends soon, was sent back, or lacks a detail.</p> : null}
      <ul className="next-things">
        {things.slice(0, 3).map((thing) => (
          <li key={thing.documentId}>
            <div>
              <strong dir="auto">{thing.title}</strong>
              <span className="quiet">{thing.why}</span>
            </div>
            <Link to="/documents/$id" params={{ id: thing.documentId }}>
              {thing.act}
              <span className="unseen">: {thing.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {things.length > 3 ? (
        <p>
          <Link to="/documents" search={{ show: "unfinished" }}>
            All {things.length} that need something
          </Link>
        </p>
      ) : null}
    </section>
  );
}
