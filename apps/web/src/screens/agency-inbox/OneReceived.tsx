import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Package } from "lucide-react";
import { oneReceivedQuery } from "../../api/agency-queries.ts";
import type { ReceivedTransfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonAnchor } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Fact, Facts, Notice, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { onwardInWords } from "../send/purposes.ts";
import { Receipts } from "../transfers/Receipts.tsx";
import { AgencyGate } from "./AgencyGate.tsx";
import { ReceivedCopies } from "./ReceivedCopies.tsx";
import { lastOpened, purposeFor, receivedEnd, who } from "./received-words.ts";
import "../transfers/transfers.css";
import "./inbox.css";

export default function OneReceived() {
  return (
    <AgencyGate>
      <One />
    </AgencyGate>
  );
}

function One() {
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(oneReceivedQuery(id));
  return (
    <>
      <PageHead
        title={query.data?.sender.name ?? (query.error ? "This transfer" : "Loading")}
        lead={query.data ? who(query.data.sender) : "\u00a0"}
        back={<BackLink to="/agency">Received</BackLink>}
      >
        {query.data?.state === "active" && query.data.mayDownload && query.data.agencyState === "approved" ? (
          <ButtonAnchor look="main" icon={Package} href={`/api/agency/transfers/${id}/pack.zip`} download>
            Download all as a pack
          </ButtonAnchor>
        ) : null}
      </PageHead>
      <AsyncView query={query} waiting={<Skeleton height="10rem" lines={3} />}>
        {(transfer) => <Whole transfer={transfer} />}
      </AsyncView>
    </>
  );
}

function Whole({ transfer }: { transfer: ReceivedTransfer }) {
  const { id, state, note, mayDownload, onward, sentAt, lastOpenedBy, receipts } = transfer;
  const open = state === "active";
  return (
    <div className="stack loose">
      {open ? null : (
        <Notice title={receivedEnd(transfer)}>
          <p>
            The copies cannot be opened here any more: their keys are destroyed. The list and the receipt stay, as proof
            for both sides. What you downloaded, you delete as soon as no law and no stated purpose needs it.
          </p>
        </Notice>
      )}
      <section className={open ? "slip" : "slip over"} aria-label="What was agreed">
        <p className="slip-head">
          <span>{receivedEnd(transfer)}</span>
        </p>
        <div className="slip-body">
          <Facts>
            <Fact label="Sent">{dayInWords(dayOf(sentAt))}</Fact>
            <Fact label="What for">
              <span dir="auto">{purposeFor(transfer)}</span>
            </Fact>
            {note ? (
              <Fact label="Note">
                <span dir="auto" className="as-typed">
                  {note}
                </span>
              </Fact>
            ) : null}
            <Fact label={open ? "You may" : "You could"}>
              {mayDownload ? "Open and download" : "Look at page pictures, not download"}
            </Fact>
            <Fact label={open ? "You may show them to" : "You might show them to"}>
              {onwardInWords(onward).replace("where it offers work, and its", "where you offer them work, and your")}
            </Fact>
            <Fact label="Here">
              <span dir="auto">{lastOpened(lastOpenedBy)}</span>
            </Fact>
          </Facts>
        </div>
      </section>
      <ReceivedCopies transfer={transfer} />
      <Receipts receipts={receipts} base={`/api/agency/transfers/${id}/receipts`} />
    </div>
  );
}
