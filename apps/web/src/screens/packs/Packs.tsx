import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PackagePlus } from "lucide-react";
import { isBeingMade, packsQuery } from "../../api/pack-queries.ts";
import type { Pack } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { PackCard } from "./PackCard.tsx";
import "./packs.css";

/** Packs to e-mail: what is being made, what can be fetched for a day, and what has ended this week. */
export default function Packs() {
  const packs = useQuery(packsQuery);
  return (
    <div className="stack loose">
      <PageHead
        title="Packs to e-mail"
        lead="For an agency that has not joined: one PDF and one ZIP, which you send yourself."
        back={<BackLink to="/transfers">Transfers</BackLink>}
      >
        {packs.data && packs.data.length > 0 ? (
          <ButtonLink to="/packs/new" look="main" icon={PackagePlus}>
            Make a pack
          </ButtonLink>
        ) : null}
      </PageHead>
      <AsyncView query={packs} waiting={<Skeleton height="10rem" lines={2} />}>
        {(all) => (all.length === 0 ? <Nothing /> : <Both all={all} />)}
      </AsyncView>
    </div>
  );
}

function Nothing() {
  return (
    <EmptyState icon={PackagePlus} title="No pack is kept here">
      <p>
        A pack holds copies of the papers you choose, with a checklist in the order an agency asks for them. Here you
        cannot stop it or see who opens it: once it is sent, it is out of your hands.
      </p>
      <p>
        If the agency is here, <Link to="/send">send copies</Link> instead: those you can stop.
      </p>
      <ButtonLink to="/packs/new" look="main">
        Make a pack
      </ButtonLink>
    </EmptyState>
  );
}

function Both({ all }: { all: Pack[] }) {
  const live = all.filter((pack) => isBeingMade(pack) || pack.state === "ready");
  return (
    <>
      <Part title="Here now" none="No pack is kept here now." packs={live} />
      <Part title="Ended in the last week" packs={all.filter((pack) => !live.includes(pack))} />
    </>
  );
}

function Part({ title, none, packs }: { title: string; none?: string; packs: Pack[] }) {
  if (packs.length === 0 && none === undefined) return null;
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {packs.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="pack-list">
        {packs.map((pack) => (
          <li key={pack.id}>
            <PackCard pack={pack} />
          </li>
        ))}
      </ul>
    </section>
  );
}
