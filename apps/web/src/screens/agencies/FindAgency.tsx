import { useInfiniteQuery } from "@tanstack/react-query";
import { Building2, Search } from "lucide-react";
import { type ReactNode, useDeferredValue, useId, useState } from "react";
import { agenciesQuery } from "../../api/agency-queries.ts";
import type { AgencyListItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { useSettled } from "../../design/useSettled.ts";
import { count } from "../../design/words.ts";
import "../../design/find.css";
import "./agencies.css";

interface FindAgencyProps {
  /** What can be done with an agency. */
  act: (agency: AgencyListItem) => ReactNode;
  /** Said when no agency at all can receive. */
  none: ReactNode;
}

/** Agencies that can receive: a search, and the list it leaves. */
export function FindAgency({ act, none }: FindAgencyProps) {
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(useSettled(typed.trim()));
  const query = useInfiniteQuery({ ...agenciesQuery(search), placeholderData: (previous) => previous });
  const found = query.data?.pages.flatMap(({ items }) => items);
  const total = query.hasNextPage ? "More than 50 agencies" : count(found?.length ?? 0, "agency", "agencies");
  const id = useId();
  return (
    <div className="stack">
      <search>
        <label className="find-text agency-find">
          <span className="unseen">Search agencies by name</span>
          <Search size={20} aria-hidden />
          <input
            id={id}
            className="input"
            type="search"
            placeholder="Search agencies by name"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p className="unseen" role="status">
          {found ? `${total} found` : ""}
        </p>
      </search>
      <AsyncView query={{ ...query, data: found }} waiting={<Skeleton height="4.5rem" lines={3} />}>
        {(agencies) =>
          agencies.length > 0 ? (
            <ul className="agency-list">
              {agencies.map((agency) => (
                <li key={agency.id}>
                  <div>
                    <strong dir="auto">{agency.name}</strong>
                    <span className="small quiet">
                      {agency.mayHoldCriminalRecords
                        ? "Our team let it in. It may hold criminal-record papers."
                        : "Our team let it in. It may not hold criminal-record papers here."}
                    </span>
                  </div>
                  {act(agency)}
                </li>
              ))}
            </ul>
          ) : search ? (
            <EmptyState icon={Search} title={`No agency that can receive is called “${search}”`}>
              <p>If it wrote to you, ask it to join. Until then, hold back your ID: we do not know yet who this is.</p>
            </EmptyState>
          ) : (
            <EmptyState icon={Building2} title="No agency can receive copies yet">
              {none}
            </EmptyState>
          )
        }
      </AsyncView>
      {query.hasNextPage ? (
        <div className="actions">
          <Button
            look="calm"
            busy={query.isFetchingNextPage && "Loading more"}
            onClick={() => void query.fetchNextPage()}
          >
            Show more agencies
          </Button>
        </div>
      ) : null}
    </div>
  );
}
