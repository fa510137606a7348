import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { myAgencyQuery } from "../../api/agency-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Card, Fact, Facts, Skeleton } from "../../design/surface.tsx";

const states = {
  waiting: "Waiting for our team",
  approved: "Let in by our team. It can receive copies",
  refused: "Not let in by our team",
  suspended: "Suspended by our team. It opens nothing now",
} as const;

/** The agency as locums and our team know it. */
export function AboutAgency() {
  const agency = useQuery(myAgencyQuery);
  return (
    <Card aria-labelledby="about">
      <h2 id="about">About the agency</h2>
      <AsyncView query={agency} waiting={<Skeleton height="3rem" lines={4} />}>
        {({ name, companyNumber, email, website, state, reason, mayHoldCriminalRecords, termsAccepted }) => (
          <Facts>
            <Fact label="Name">
              <bdi>{name}</bdi>
            </Fact>
            <Fact label="Company number">{companyNumber ?? "Not stated"}</Fact>
            <Fact label="Email">{email ?? "Not stated"}</Fact>
            <Fact label="Website">{website ?? "Not stated"}</Fact>
            <Fact label="State">
              {states[state]}
              {reason ? `: ${reason}` : ""}
            </Fact>
            <Fact label="Criminal-record papers">
              {mayHoldCriminalRecords ? "May be held" : "May not be held here"}
            </Fact>
            <Fact
              label="Agency terms"
              act={
                <Link to="/texts/$name" params={{ name: "agencyTerms" }}>
                  Read them
                </Link>
              }
            >
              {termsAccepted
                ? `Version ${termsAccepted.version}, accepted ${dayInWords(dayOf(termsAccepted.at))}`
                : "Not accepted yet"}
            </Fact>
          </Facts>
        )}
      </AsyncView>
    </Card>
  );
}
