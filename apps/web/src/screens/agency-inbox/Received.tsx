import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Inbox, Search } from "lucide-react";
import { useState } from "react";
import { receivedQuery } from "../../api/agency-queries.ts";
import type { ReceivedTransfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { FindBar } from "../../design/FindBar.tsx";
import { EmptyState, Skeleton, Tag } from "../../design/surface.tsx";
import { useSettled } from "../../design/useSettled.ts";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { AgencyGate } from "./AgencyGate.tsx";
import { lastOpened, purposeFor, receivedEnd, receivedState, standingReceived, who } from "./received-words.ts";
import { type ReceivedShowing, receivedShowings } from "./showing.ts";
import "./inbox.css";

export default function Received() {
  return (
    <AgencyGate>
      <Inside />
    </AgencyGate>
  );
}

/** What locums sent, newest first. No pictures here: a look is an opening, and stands in the sender's timeline. */
function Inside() {
  const { show = "all" } = useSearch({ strict: false }) as { show?: ReceivedShowing };
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const query = useInfiniteQuery({
    ...receivedQuery({ query: search, filter: show === "all" ? undefined : show }),
    placeholderData: (previous) => previous,
  });
  const items = query.data?.pages.flatMap(({ items: some }) => some);
  const filtered = search !== "" || show !== "all";
  return (
    <>
      <PageHead title="Received" lead="Each look and download stands in the sender's timeline, with your name." />
      <div className="stack loose">
        <FindBar
          label="Search by the sender's name or number"
          placeholder="Name or number"
          typed={typed}
          onType={setTyped}
          show={show}
          showings={receivedShowings}
          onShow={(next) =>
            void navigate({ to: "/agency", search: next === "all" ? {} : { show: next }, replace: true })
          }
          found={
            items ? `${count(items.length, "transfer")} shown${query.hasNextPage ? ", and there are more" : ""}` : ""
          }
        />
        <AsyncView query={{ ...query, data: items }} waiting={<Skeleton height="6rem" lines={4} />}>
          {(received) =>
            received.length === 0 ? (
              <EmptyState
                icon={filtered ? Search : Inbox}
                title={filtered ? "Nothing received fits this" : "Nothing has been sent to you yet"}
              >
                {filtered ? null : <p>Locums find your agency by its name, and choose what to send.</p>}
              </EmptyState>
            ) : (
              <ul className="received-list">
                {received.map((transfer) => (
                  <ReceivedRow key={transfer.id} transfer={transfer} />
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
    </>
  );
}

function ReceivedRow({ transfer }: { transfer: ReceivedTransfer }) {
  const { id, sender, sentAt, lastOpenedBy, copies } = transfer;
  const state = receivedState(transfer, dayOf(new Date()));
  const standing = standingReceived(copies);
  const back = transfer.state === "active" ? standing.filter(({ sentBack }) => sentBack).length : 0;
  return (
    <li className={transfer.state === "active" ? "received" : "received over"}>
      <div className="received-who">
        <h2>
          <Link to="/agency/transfers/$id" params={{ id }} dir="auto">
            {sender.name}
          </Link>
        </h2>
        <p className="small quiet">{who(sender)}</p>
      </div>
      <div className="received-what">
        <p>
          {count(standing.length, "copy", "copies")}, sent {dayInWords(dayOf(sentAt))}
        </p>
        <p className="small quiet" dir="auto">
          {purposeFor(transfer)}. {receivedEnd(transfer)}.
        </p>
        <p className="small quiet" dir="auto">
          {lastOpened(lastOpenedBy)}
        </p>
      </div>
      <p className="row received-state">
        {state?.look ? <Tag look={state.look}>{state.word}</Tag> : state ? <span>{state.word}</span> : null}
        {back > 0 ? <Tag>{back} sent back</Tag> : null}
      </p>
    </li>
  );
}
