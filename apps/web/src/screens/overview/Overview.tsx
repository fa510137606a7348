import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { documentsQuery, profileQuery } from "../../api/queries.ts";
import type { Document } from "../../api/types.ts";
import { ButtonAnchor, ButtonLink } from "../../design/Button.tsx";
import { PassportCard } from "../../design/PassportCard.tsx";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { professionNames } from "../account/professions.ts";
import { useReadiness } from "../requirements/useReadiness.ts";
import { CheckRecord } from "./CheckRecord.tsx";
import { LatestTransfers } from "./LatestTransfers.tsx";
import { NextThings } from "./NextThings.tsx";
import { Timeline } from "./Timeline.tsx";
import { YearAhead } from "./YearAhead.tsx";
import "./overview.css";

export default function Overview() {
  const me = useMe();
  const profile = useQuery(profileQuery);
  const documents = useQuery(documentsQuery);
  const { readiness, unasked } = useReadiness();
  return (
    <div className="overview">
      <PageHead title="Overview" unseen />
      <PassportCard
        name={profile.data?.legalName || me.name}
        profession={profile.data?.profession ? professionNames[profile.data.profession] : null}
        registrationNumber={profile.data?.registrationNumber ?? null}
        missing={
          profile.data && !profile.data.profession ? (
            <Link to="/account/details">Add your profession and registration</Link>
          ) : null
        }
      >
        {documents.data
          ? holds(documents.data, readiness?.sentences)
          : documents.error
            ? "We could not load your papers."
            : "\u00a0"}
      </PassportCard>
      {documents.data?.length === 0 ? (
        <EmptyState icon={FilePlus2} title="Your passport is empty. Start with any one document: a minute's work">
          <div className="actions">
            <ButtonLink to="/documents/add" look="main">
              Add a document
            </ButtonLink>
            {unasked ? (
              <ButtonLink to="/set-up" look="calm">
                Set up in four short questions
              </ButtonLink>
            ) : null}
          </div>
        </EmptyState>
      ) : documents.data ? (
        <>
          <NextThings documents={documents.data} />
          <YearAhead />
        </>
      ) : documents.error ? null : (
        <Skeleton height="3.5rem" lines={3} />
      )}
      <LatestTransfers />
      <TimelineSection accountId={me.id} />
    </div>
  );
}

/** The readiness sentences; what is counted, until they have come. */
function holds(documents: Document[], sentences: string[] | undefined): string {
  if (documents.length === 0) return "You keep no papers here yet.";
  if (sentences && sentences.length > 0) return sentences.join(" ");
  const unfinished = documents.filter(
    ({ missingDetails, type }) => missingDetails.length > 0 || type === "other",
  ).length;
  const kept = `You keep ${count(documents.length, "paper")} here.`;
  if (unfinished === 0) return `${kept} All details are filled in.`;
  return `${kept} ${unfinished === 1 ? "One has" : `${unfinished} have`} details missing.`;
}

const kinds = [
  ["", "Everything"],
  ["transfer-sent", "Copies sent"],
  ["copy-opened", "Copies opened"],
  ["copy-downloaded", "Copies downloaded"],
  ["copy-sent-back", "Copies sent back"],
  ["opening-refused", "Openings refused"],
  ["transfer-stopped", "Access stopped"],
  ["document-added", "Documents added"],
  ["document-deleted", "Documents deleted"],
  ["staff-notified", "Notes to our team"],
  ["signed-in", "Sign-ins"],
] as const;

function TimelineSection({ accountId }: { accountId: string }) {
  const [act, setAct] = useState("");
  return (
    <section className="stack" aria-labelledby="timeline">
      <div className="timeline-head">
        <h2 id="timeline">Timeline</h2>
        <label className="timeline-filter">
          <span>Show</span>
          <select className="input" value={act} onChange={(event) => setAct(event.target.value)}>
            {kinds.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      <CheckRecord accountId={accountId} />
      <Timeline act={act} />
      <p className="small quiet">
        Everything done with your papers, by anyone, is here.{" "}
        <ButtonAnchor look="bare" href="/api/timeline/export" download>
          Download the whole record
        </ButtonAnchor>
      </p>
    </section>
  );
}
