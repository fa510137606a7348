import { Send } from "lucide-react";
import { ButtonLink } from "../../design/Button.tsx";
import { Card, Tag } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { chooseAgency } from "../send/draft.ts";
import { FindAgency } from "./FindAgency.tsx";

/** Who can receive copies, and the way in for somebody who represents an agency. */
export default function Agencies() {
  const me = useMe();
  return (
    <div className="stack loose">
      <PageHead
        title="Agencies"
        lead="These can receive copies. Our team looked at each before letting it in, and it accepted the agency terms."
      />
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
      <Represent />
    </div>
  );
}

const stateWords: Record<string, string> = {
  waiting: "Our team looks at it now. Until they let it in, it can receive nothing.",
  approved: "It can receive copies.",
  refused: "Our team did not let it in.",
  suspended: "It is suspended, and opens nothing now.",
};

function Represent() {
  const { agency } = useMe();
  return (
    <Card aria-labelledby="represent">
      <h2 id="represent">{agency ? "Your agency" : "Do you represent an agency?"}</h2>
      <div className="stack">
        {agency ? (
          <>
            <p className="row">
              <bdi>{agency.name}</bdi> {agency.state === "waiting" ? <Tag look="fact">Waiting</Tag> : null}
            </p>
            <p className="quiet">{stateWords[agency.state]}</p>
            <div className="actions">
              <ButtonLink to="/agency" look="calm">
                Go to the agency
              </ButtonLink>
            </div>
          </>
        ) : (
          <>
            <p>
              If your agency has joined, a colleague there can invite you. If it has not, ask for it here: our team
              looks at it before it can receive anything.
            </p>
            <div className="actions">
              <ButtonLink to="/agencies/ask" look="calm">
                Ask for an agency
              </ButtonLink>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
