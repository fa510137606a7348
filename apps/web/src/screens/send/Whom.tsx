import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { AgencyListItem } from "../../api/types.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Notice } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { FindAgency } from "../agencies/FindAgency.tsx";
import { chooseAgency, useDraft } from "./draft.ts";
import "./send.css";

/** Step 1: one agency. */
export default function Whom() {
  const me = useMe();
  const { paper } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [draft, change] = useDraft(me.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody came with one paper: once for that paper
  useEffect(() => {
    if (paper && paper !== draft.only) change({ only: paper, picked: null });
  }, [paper]);
  const choose = (agency: AgencyListItem) => {
    chooseAgency(me.id, agency);
    void navigate({ to: "/send/papers" });
  };
  return (
    <div className="stack">
      <PageHead title="Who should get copies?" lead="Step 1 of 4. One agency at a time." />
      <SendingFrozen until={me.sendingFrozenUntil} />
      {draft.agency ? (
        <div className="chosen-agency">
          <p>
            You chose <strong dir="auto">{draft.agency.name}</strong>.
          </p>
          <ButtonLink to="/send/papers" look="main">
            Go on with {draft.agency.name}
          </ButtonLink>
        </div>
      ) : null}
      <FindAgency
        act={(agency) => (
          <Button look="calm" onClick={() => choose(agency)} aria-label={`Choose ${agency.name}`}>
            Choose
          </Button>
        )}
        none={<p>Until one can, you can keep and complete your papers here.</p>}
      />
      <p className="small quiet">
        Yours is not here? <Link to="/agencies">Prepare copies for it, or make a pack to e-mail, under Agencies</Link>.
      </p>
    </div>
  );
}

/** After a second factor was replaced, nothing leaves for seven days. */
export function SendingFrozen({ until }: { until: string | null }) {
  if (!until || Date.parse(until) <= Date.now()) return null;
  return (
    <Notice look="soon" title="Sending is frozen for now">
      <p>
        The second factor of this account was replaced. Sending opens again on {dayInWords(dayOf(until))}. You can get
        everything ready until then.
      </p>
    </Notice>
  );
}
