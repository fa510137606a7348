import { Link } from "@tanstack/react-router";
import type { DocumentDetail } from "../../api/types.ts";
import { ButtonLink } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";
import { askersInWords, mergeLists } from "../requirements/merge-lists.ts";
import { useReadiness } from "../requirements/useReadiness.ts";

/** Which requirements a paper answers and for whom, and where what is printed on it differs from the profile. */
export function CountsFor({ paper }: { paper: DocumentDetail }) {
  const { readiness } = useReadiness();
  if (!readiness) return null;
  const { profiles, differences } = readiness;
  const counts = mergeLists(profiles).filter(({ documents }) => documents.includes(paper.id));
  const open = differences.filter(({ documentId, explained }) => documentId === paper.id && !explained);
  return (
    <>
      {open.map(({ about, words }) => (
        <Notice key={about} look="soon" title={titles[about]}>
          <p dir="auto">{words}</p>
          <div className="actions">
            {about === "name" ? (
              <ButtonLink to="/documents/add" search={{ type: "name-change" }} look="calm">
                Add proof of name change
              </ButtonLink>
            ) : null}
            <ButtonLink to="/account/details" look="bare">
              Look at my details
            </ButtonLink>
          </div>
        </Notice>
      ))}
      <section className="stack tight" aria-labelledby="counts">
        <h2 id="counts">What it counts for</h2>
        {counts.length === 0 ? (
          <p className="quiet">By itself it fulfils nothing on your lists as they are.</p>
        ) : (
          <ul className="plain-list">
            {counts.map(({ id, title, profileId, askers }) => (
              <li key={id}>
                <Link to="/requirements/$profile/$id" params={{ profile: profileId, id }}>
                  {title}
                </Link>
                <p className="small quiet" dir="auto">
                  {askersInWords(askers) ?? "By our starter list"}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

const titles = {
  name: "The name is not the one in your details",
  "birth-date": "The birth date is not the one in your details",
  address: "The address is not the one in your details",
};
