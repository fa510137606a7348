import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { expiriesQuery } from "../../api/compliance-queries.ts";
import { typesQuery } from "../../api/queries.ts";
import type { Expiry as ExpiryItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { dayOf, soonDays } from "../../design/day.ts";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { byMonth, isSoon } from "./by-month.ts";
import { ExpiryRow } from "./ExpiryRow.tsx";
import "./expiry.css";

/** Everything that ends, by month, each with who asks for it, when to begin, and what was booked. */
export default function Expiry() {
  const expiries = useQuery(expiriesQuery);
  return (
    <>
      <PageHead
        title="Expiry"
        lead={expiries.data ? leadOf(expiries.data) : "\u00a0"}
        back={<BackLink to="/documents">Documents</BackLink>}
      />
      <AsyncView query={expiries} waiting={<Skeleton height="6rem" lines={4} />}>
        {(all) => (all.length === 0 ? <Nothing /> : <Months all={all} />)}
      </AsyncView>
    </>
  );
}

function leadOf(all: ExpiryItem[]): string {
  const ended = all.filter(({ daysLeft, wantedBy }) => daysLeft < 0 && wantedBy.length > 0).length;
  const soon = all.filter(isSoon).length;
  if (ended === 0 && soon === 0) return `All clear for the next ${soonDays} days`;
  return [
    ended > 0 ? `${count(ended, "paper")} that somebody asks for ${ended === 1 ? "has" : "have"} ended` : "",
    soon > 0 ? `${count(soon, "paper")} ${soon === 1 ? "ends" : "end"} in the next ${soonDays} days` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function Months({ all }: { all: ExpiryItem[] }) {
  const today = dayOf(new Date());
  const { data: types } = useQuery(typesQuery);
  return (
    <div className="stack loose">
      {byMonth(all).map(({ key, title, items }) => (
        <section key={key} className="stack tight" aria-labelledby={`month-${key}`}>
          <h2 id={`month-${key}`}>{title}</h2>
          <ul className="plain-list">
            {items.map((item) => (
              <li key={item.documentId}>
                <ExpiryRow item={item} type={types?.get(item.type)} today={today} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Nothing() {
  return (
    <EmptyState icon={CalendarCheck} title="Nothing you keep here ends">
      <p>Papers appear here once their dates are filled in.</p>
      <ButtonLink to="/documents" look="calm">
        See your documents
      </ButtonLink>
    </EmptyState>
  );
}
