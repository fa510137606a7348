import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Search, Users } from "lucide-react";
import { useEffect, useState } from "react";
import { type Candidate, candidatesQuery } from "../../api/candidate-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { FindBar } from "../../design/FindBar.tsx";
import { EmptyState, Skeleton, Tag } from "../../design/surface.tsx";
import { useSettled } from "../../design/useSettled.ts";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { AgencyGate } from "../agency-inbox/AgencyGate.tsx";
import { who } from "../agency-inbox/received-words.ts";
import { allMet, endsSoon, isShown, measuredBy } from "./candidate-words.ts";
import { MoreFailed } from "./MoreFailed.tsx";
import { type CandidateShowing, candidateShowings } from "./showing.ts";
import "./candidates.css";

/** Shown at once; "Show more" adds as many. */
const step = 25;

export default function Candidates() {
  return (
    <AgencyGate>
      <Inside />
    </AgencyGate>
  );
}

/** Everyone with live access given to us, and how what they sent stands against what we ask for. */
function Inside() {
  const { show = "all" } = useSearch({ strict: false }) as { show?: CandidateShowing };
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const [wanted, setWanted] = useState(step);
  const today = dayOf(new Date());
  const query = useInfiniteQuery({ ...candidatesQuery(search), placeholderData: (previous) => previous });
  const all = query.data?.pages.flatMap(({ items }) => items);
  const fitting = all?.filter((candidate) => isShown(candidate, show, today));
  const shown = fitting?.slice(0, wanted);
  const more = query.hasNextPage || (fitting?.length ?? 0) > wanted;
  // The dates are sealed, so the service cannot filter: pages are judged here until enough fit, or there are no more.
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const short = fitting !== undefined && fitting.length < wanted;
  useEffect(() => {
    if (short && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [short, hasNextPage, isFetching, isError, fetchNextPage]);
  const filtered = search !== "" || show !== "all";
  const looking = short && !isError && (hasNextPage || isFetching);
  const failed = isError && all !== undefined;
  return (
    <>
      <PageHead
        title="Candidates"
        lead="Everyone whose copies you can open now, by what they sent to you and by nothing else. A look at one of them stands in their timeline, with your name."
      />
      <div className="stack loose">
        <FindBar
          label="Search by name or number"
          placeholder="Name or number"
          typed={typed}
          onType={setTyped}
          show={show}
          showings={candidateShowings}
          onShow={(next) => {
            setWanted(step);
            void navigate({ to: "/agency/candidates", search: next === "all" ? {} : { show: next }, replace: true });
          }}
          found={
            shown && !looking ? `${count(shown.length, "candidate")} shown${more ? ", and there are more" : ""}` : ""
          }
        />
        <AsyncView query={{ ...query, data: shown }} waiting={<Skeleton height="5rem" lines={4} />}>
          {(candidates) =>
            candidates.length === 0 && !looking && !failed ? (
              <Nobody filtered={filtered} />
            ) : (
              <ul className="candidate-list">
                {candidates.map((candidate) => (
                  <CandidateRow key={candidate.id} candidate={candidate} today={today} />
                ))}
              </ul>
            )
          }
        </AsyncView>
        {looking && all ? (
          <p className="quiet">Looking through the rest: {count(all.length, "candidate")} so far.</p>
        ) : null}
        {failed ? <MoreFailed error={query.error} onAgain={() => void fetchNextPage()} /> : null}
        {more && !looking && !failed ? (
          <div className="actions">
            <Button look="calm" onClick={() => setWanted(wanted + step)}>
              Show more
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

function Nobody({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState
      icon={filtered ? Search : Users}
      title={filtered ? "Nobody fits this" : "Nobody has access open to you"}
    >
      {filtered ? null : <p>Whoever sends you copies is here for as long as you can open them.</p>}
    </EmptyState>
  );
}

function CandidateRow({ candidate, today }: { candidate: Candidate; today: string }) {
  const { id, name, summary, notSent, originalsToSee } = candidate;
  return (
    <li className="candidate">
      <div>
        <h2>
          <Link to="/agency/candidates/$id" params={{ id }} dir="auto">
            {name}
          </Link>
        </h2>
        <p className="small quiet">{who(candidate)}</p>
        <p className="row">
          {allMet(candidate) ? (
            <span>All met</span>
          ) : (
            <Tag>{notSent.length > 0 ? "Something missing" : "Not all met"}</Tag>
          )}
          {endsSoon(candidate, today) ? <Tag look="soon">Ends soon</Tag> : null}
        </p>
      </div>
      <div>
        <p>{summary}</p>
        <p className="small quiet">{measuredBy(candidate)}.</p>
        {originalsToSee > 0 ? (
          <p className="small quiet">{count(originalsToSee, "original")} not recorded as seen.</p>
        ) : null}
      </div>
    </li>
  );
}
