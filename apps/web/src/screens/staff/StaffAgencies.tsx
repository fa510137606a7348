import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Building2 } from "lucide-react";
import { useState } from "react";
import { staffAgenciesQuery } from "../../api/agency-queries.ts";
import type { StaffAgency } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Card, EmptyState, Fact, Facts, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { DecisionDialog } from "./DecisionDialog.tsx";
import { type Decision, decisionsFrom, decisionWords } from "./decisions.ts";
import { type QueueState, queueStates } from "./queue-state.ts";
import "./staff.css";

const empty: Record<QueueState, string> = {
  waiting: "No agency waits",
  approved: "No agency is let in yet",
  suspended: "No agency is suspended",
  refused: "No agency was refused",
};

/** Who asked to receive, by state, and what our team decides about each. */
export default function StaffAgencies() {
  const { state = "waiting" } = useSearch({ strict: false }) as { state?: QueueState };
  const query = useInfiniteQuery(staffAgenciesQuery(state));
  const agencies = query.data?.pages.flatMap(({ items }) => items);
  return (
    <div className="stack loose">
      <PageHead
        title="Agencies"
        lead="An agency can receive papers only after somebody here let it in, with evidence."
      />
      <nav aria-label="By state">
        <ul className="states">
          {queueStates.map(({ value, text }) => (
            <li key={value}>
              <Link to="/staff/agencies" search={{ state: value }} aria-current={value === state ? "page" : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AsyncView query={{ ...query, data: agencies }} waiting={<Skeleton height="12rem" lines={2} />}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={Building2} title={empty[state]} />
          ) : (
            <ul className="queue">
              {all.map((agency) => (
                <li key={agency.id}>
                  <AgencyCard agency={agency} />
                </li>
              ))}
            </ul>
          )
        }
      </AsyncView>
      {query.hasNextPage ? (
        <div className="actions">
          <Button
            look="calm"
            busy={query.isFetchingNextPage && "Loading earlier ones"}
            onClick={() => void query.fetchNextPage()}
          >
            Show earlier ones
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function AgencyCard({ agency }: { agency: StaffAgency }) {
  const [deciding, setDeciding] = useState<Decision>();
  const { id, name, state, website } = agency;
  const safeSite = website && /^https?:\/\//i.test(website) ? website : null;
  return (
    <Card aria-labelledby={`agency-${id}`}>
      <h2 id={`agency-${id}`} dir="auto">
        {name}
      </h2>
      <Facts>
        <Fact label="Asked">
          {dayInWords(dayOf(agency.askedAt))}
          {agency.askedBy ? (
            <>
              {" by "}
              <bdi>{agency.askedBy}</bdi>
            </>
          ) : null}
        </Fact>
        <Fact label="Company number">{agency.companyNumber ?? "Not stated"}</Fact>
        <Fact label="Email">{agency.email ?? "Not stated"}</Fact>
        <Fact label="Website">
          {safeSite ? (
            <a href={safeSite} target="_blank" rel="noopener noreferrer">
              {safeSite} <span className="unseen">(opens a new tab)</span>
            </a>
          ) : (
            (website ?? "Not stated")
          )}
        </Fact>
        <Fact label="Agency terms">
          {agency.termsAccepted
            ? `Version ${agency.termsAccepted.version}, accepted ${dayInWords(dayOf(agency.termsAccepted.at))}`
            : "Not accepted yet"}
        </Fact>
        {state === "waiting" ? null : (
          <Fact label="Criminal-record papers">
            {agency.mayHoldCriminalRecords ? "May be held" : "May not be held"}
          </Fact>
        )}
        {agency.evidence ? (
          <Fact label="Evidence">
            <span dir="auto" className="as-typed">
              {agency.evidence}
            </span>
          </Fact>
        ) : null}
        {agency.reason ? (
          <Fact label="Reason">
            <span dir="auto" className="as-typed">
              {agency.reason}
            </span>
          </Fact>
        ) : null}
        {agency.decidedAt ? <Fact label="Decided">{dayInWords(dayOf(agency.decidedAt))}</Fact> : null}
      </Facts>
      <div className="actions">
        {decisionsFrom(state).map((decision) => (
          <Button
            key={decision}
            look={decision === "refuse" || decision === "suspend" ? "danger" : "main"}
            onClick={() => setDeciding(decision)}
          >
            {decisionWords[decision].act}
            <span className="unseen">: {name}</span>
          </Button>
        ))}
      </div>
      {deciding ? <DecisionDialog agency={agency} decision={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </Card>
  );
}
