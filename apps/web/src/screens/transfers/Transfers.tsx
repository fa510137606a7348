import { useQuery } from "@tanstack/react-query";
import { Package, Send } from "lucide-react";
import { useState } from "react";
import { transfersQuery } from "../../api/queries.ts";
import type { Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { Prepared } from "./Prepared.tsx";
import { TransferCard } from "./TransferCard.tsx";
import { sentBackCopies } from "./transfer-words.ts";

/** Everything that left the passport: what is with agencies now, then what has ended. */
export default function Transfers() {
  const transfers = useQuery(transfersQuery);
  return (
    <div className="stack loose">
      <PageHead title="Transfers" lead="Copies you sent. Your originals never leave.">
        <ButtonLink to="/packs" look="calm" icon={Package}>
          Packs to e-mail
        </ButtonLink>
        {transfers.data && transfers.data.length > 0 ? (
          <ButtonLink to="/send" look="main" icon={Send}>
            Send copies
          </ButtonLink>
        ) : null}
      </PageHead>
      <Prepared />
      <AsyncView query={transfers} waiting={<Skeleton height="9rem" lines={3} />}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={Send} title="No copies have left your passport">
              <p>Choose an agency, tick papers, say until when. You can stop at any time, and see every look.</p>
              <ButtonLink to="/send" look="main">
                Send copies
              </ButtonLink>
            </EmptyState>
          ) : (
            <Both all={all} />
          )
        }
      </AsyncView>
    </div>
  );
}

function Both({ all }: { all: Transfer[] }) {
  const active = all.filter(({ state }) => state === "active");
  const needing = active.filter((transfer) => sentBackCopies(transfer).length > 0);
  const rest = active.filter((transfer) => !needing.includes(transfer));
  return (
    <div className="stack loose">
      <Part
        title="With agencies now"
        none="No agency can open anything of yours now."
        transfers={[...needing, ...rest]}
      />
      <Part title="Ended" none="Nothing has ended yet." transfers={all.filter(({ state }) => state !== "active")} />
    </div>
  );
}

const firstFew = 12;

function Part({ title, none, transfers }: { title: string; none: string; transfers: Transfer[] }) {
  const [whole, setWhole] = useState(false);
  const today = dayOf(new Date());
  const id = title.toLowerCase().replaceAll(" ", "-");
  const shown = whole ? transfers : transfers.slice(0, firstFew);
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {transfers.length > 0 ? <span className="quiet"> ({transfers.length})</span> : null}
      </h2>
      {transfers.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="slips">
        {shown.map((transfer) => (
          <li key={transfer.id}>
            <TransferCard transfer={transfer} today={today} />
          </li>
        ))}
      </ul>
      {shown.length < transfers.length ? (
        <div className="actions">
          <Button look="calm" onClick={() => setWhole(true)}>
            Show all {transfers.length}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
