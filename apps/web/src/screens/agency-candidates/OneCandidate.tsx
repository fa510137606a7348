import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type CandidateDetail, candidateQuery } from "../../api/candidate-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { AgencyGate } from "../agency-inbox/AgencyGate.tsx";
import { who } from "../agency-inbox/received-words.ts";
import { CandidateCopies } from "./CandidateCopies.tsx";
import { measuredBy, toldOf } from "./candidate-words.ts";
import { RequirementLines } from "./RequirementLines.tsx";
import "./candidates.css";

export default function OneCandidate() {
  return (
    <AgencyGate>
      <One />
    </AgencyGate>
  );
}

function One() {
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(candidateQuery(id));
  return (
    <>
      <PageHead
        title={query.data?.name ?? (query.error ? "This candidate" : "Loading")}
        lead={query.data ? who(query.data) : "\u00a0"}
        back={<BackLink to="/agency/candidates">Candidates</BackLink>}
      />
      <AsyncView query={query} waiting={<Skeleton height="8rem" lines={3} />}>
        {(candidate) => <Whole candidate={candidate} />}
      </AsyncView>
    </>
  );
}

function Whole({ candidate }: { candidate: CandidateDetail }) {
  const { summary, requirements, notSent, profile } = candidate;
  return (
    <div className="stack loose">
      <div className="stack tight">
        <p className="candidate-summary">{summary}</p>
        <p className="small quiet">
          {measuredBy(candidate)}. Only what was sent to you counts; whether they may work you decide.{" "}
          {profile.starter ? null : <Link to="/agency/profile">What you ask for</Link>}
        </p>
      </div>
      <section className="stack tight" aria-labelledby="asked">
        <h2 id="asked">What is asked for</h2>
        <RequirementLines requirements={requirements} toldOf={(one) => toldOf(one, notSent)} />
      </section>
      <CandidateCopies candidate={candidate} />
    </div>
  );
}
