import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { CalendarPlus, FilePlus2, Hand } from "lucide-react";
import { useState } from "react";
import { documentsQuery, transferQuery } from "../../api/queries.ts";
import type { Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Fact, Facts, Notice, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { Timeline } from "../overview/Timeline.tsx";
import { onwardInWords, purposeInWords } from "../send/purposes.ts";
import { CopyList } from "./CopyList.tsx";
import { Receipts } from "./Receipts.tsx";
import { StopDialog } from "./StopDialog.tsx";
import { endInWords } from "./transfer-words.ts";
import "./transfers.css";

export default function OneTransfer() {
  const { id = "" } = useParams({ strict: false });
  const transfer = useQuery(transferQuery(id));
  return (
    <>
      <PageHead
        title={transfer.data?.agency.name ?? (transfer.error ? "This transfer" : "Loading")}
        lead={transfer.data ? `Copies you sent on ${dayInWords(dayOf(transfer.data.sentAt))}` : "\u00a0"}
        back={<BackLink to="/transfers">Transfers</BackLink>}
      />
      <AsyncView query={transfer} waiting={<Skeleton height="10rem" lines={3} />}>
        {(one) => (
          <div className="stack loose">
            <Whole transfer={one} />
          </div>
        )}
      </AsyncView>
    </>
  );
}

function Whole({ transfer }: { transfer: Transfer }) {
  const { id, agency, state } = transfer;
  const [stopping, setStopping] = useState(false);
  const documents = useQuery(documentsQuery);
  const active = state === "active";
  return (
    <>
      {active && agency.state === "suspended" ? (
        <Notice look="soon" title={`${agency.name} is suspended`}>
          <p>Our team paused it. It can open nothing until they let it go on. Your transfer stays as you made it.</p>
        </Notice>
      ) : null}
      <section className={active ? "slip" : "slip over"} aria-label="What you agreed">
        <p className="slip-head">
          <span>
            {active ? "With them" : "Over"}. {endInWords(transfer)}
          </span>
        </p>
        <div className="slip-body">
          <Agreed transfer={transfer} />
        </div>
      </section>
      {active ? (
        <div className="actions">
          <ButtonLink to="/transfers/$id/add" params={{ id }} look="calm" icon={FilePlus2}>
            Add papers
          </ButtonLink>
          <ButtonLink to="/transfers/$id/extend" params={{ id }} look="calm" icon={CalendarPlus}>
            Choose a later end
          </ButtonLink>
          <Button look="danger" icon={Hand} onClick={() => setStopping(true)}>
            Stop access
          </Button>
        </div>
      ) : null}
      <CopyList transfer={transfer} documents={documents.data} />
      <Receipts receipts={transfer.receipts} base={`/api/transfers/${id}/receipts`} />
      <section className="stack" aria-labelledby="history">
        <h2 id="history">What happened to the whole</h2>
        <Timeline object={id} />
      </section>
      {stopping ? <StopDialog transfer={transfer} onClose={() => setStopping(false)} /> : null}
    </>
  );
}

function Agreed({ transfer }: { transfer: Transfer }) {
  const { agency, purpose, purposeText, mayDownload, onward, note, state } = transfer;
  return (
    <Facts>
      <Fact label="Why">
        <span dir="auto">{purposeInWords(purpose, purposeText, agency.name)}</span>
      </Fact>
      <Fact label={state === "active" ? "They can" : "They could"}>
        {mayDownload ? "Open and download" : "Look at page pictures, not download"}
      </Fact>
      <Fact label={state === "active" ? "They may show them to" : "They might show them to"}>
        {onwardInWords(onward)}
      </Fact>
      {note ? (
        <Fact label="Your note">
          <span dir="auto" className="as-typed">
            {note}
          </span>
        </Fact>
      ) : null}
    </Facts>
  );
}
