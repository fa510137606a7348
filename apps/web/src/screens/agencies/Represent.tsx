import { ButtonLink } from "../../design/Button.tsx";
import { Card, Tag } from "../../design/surface.tsx";
import { useMe } from "../../shell/useMe.ts";

const stateWords: Record<string, string> = {
  waiting: "Our team looks at it now. Until they let it in, it can receive nothing.",
  approved: "It can receive copies.",
  refused: "Our team did not let it in.",
  suspended: "It is suspended, and opens nothing now.",
};

/** For somebody who represents an agency: the way in. */
export function Represent() {
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
