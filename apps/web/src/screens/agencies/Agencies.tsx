import { useQuery } from "@tanstack/react-query";
import { Building2, Plus, Send } from "lucide-react";
import { myAgenciesQuery, readinessQuery } from "../../api/compliance-queries.ts";
import type { MyAgency } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { EmptyState, Notice, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { chooseAgency } from "../send/draft.ts";
import { FindAgency } from "./FindAgency.tsx";
import { MyAgencyCard } from "./MyAgencyCard.tsx";
import { Represent } from "./Represent.tsx";
import "./agencies.css";

/** The agencies I use, how far I am with each, and all that can receive copies. */
export default function Agencies() {
  const me = useMe();
  const mine = useQuery(myAgenciesQuery);
  return (
    <div className="stack loose">
      <PageHead title="Agencies" lead="What each of yours asks for, and how far you are. The agency decides.">
        <ButtonLink to="/agencies/add" look="main" icon={Plus}>
          Add an agency
        </ButtonLink>
      </PageHead>
      <AsyncView query={mine} waiting={<Skeleton height="7rem" lines={2} />}>
        {(agencies) => <Mine agencies={agencies} />}
      </AsyncView>
      <section className="stack" aria-labelledby="receivers">
        <h2 id="receivers">All that can receive copies</h2>
        <p className="quiet">Our team looked at each before letting it in, and it accepted the agency terms.</p>
        <FindAgency
          act={(agency) => (
            <ButtonLink
              to="/send/papers"
              look="calm"
              icon={Send}
              onClick={() => chooseAgency(me.id, agency)}
              aria-label={`Send copies to ${agency.name}`}
            >
              Send copies
            </ButtonLink>
          )}
          none={<p>The first one appears here once our team has let it in.</p>}
        />
      </section>
      <Represent />
    </div>
  );
}

function Mine({ agencies }: { agencies: MyAgency[] }) {
  const readiness = useQuery({ ...readinessQuery(), enabled: agencies.length > 0 });
  if (agencies.length === 0) {
    return (
      <EmptyState icon={Building2} title="Add the agencies you use, here or not, and see what each still wants">
        <ButtonLink to="/agencies/add" look="calm">
          Add the first one
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine">Yours</h2>
      {readiness.error ? <Notice look="problem" title="We could not judge your papers just now" /> : null}
      <ul className="my-agencies">
        {agencies.map((agency) => (
          <li key={agency.id}>
            <MyAgencyCard
              agency={agency}
              readiness={readiness.data?.profiles.find(({ myAgencyId }) => myAgencyId === agency.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
