import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ban, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { myAgencyQuery } from "../../api/agency-queries.ts";
import { put } from "../../api/client.ts";
import { meQuery, queryClient, termsQuery } from "../../api/queries.ts";
import type { Agency } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { EmptyState, Notice, Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";

/** What was received is shown once the agency is let in and its terms are accepted; until then, where it stands. */
export function AgencyGate({ children }: { children: ReactNode }) {
  const me = useMe();
  const agency = useQuery(myAgencyQuery);
  // Nothing here may be seen before these are settled, so the state the session knows is enough to start with.
  if (me.agency?.state === "approved" && me.agency.termsAccepted) return children;
  return (
    <AsyncView
      query={agency}
      waiting={
        <>
          <PageHead title={me.agency?.name ?? "Your agency"} />
          <Skeleton height="8rem" />
        </>
      }
    >
      {(mine) => (
        <Standing agency={mine} termsAccepted={me.agency?.termsAccepted ?? false}>
          {children}
        </Standing>
      )}
    </AsyncView>
  );
}

function Standing({
  agency,
  termsAccepted,
  children,
}: {
  agency: Agency;
  termsAccepted: boolean;
  children: ReactNode;
}) {
  if (agency.state === "approved") return termsAccepted ? children : <AgencyTerms agency={agency} />;
  if (agency.state === "suspended") return <Suspended agency={agency}>{children}</Suspended>;
  return (
    <>
      <PageHead title={agency.name} />
      {agency.state === "waiting" ? (
        <EmptyState icon={Hourglass} title="Waiting for our team">
          <p>
            You asked on {dayInWords(dayOf(agency.askedAt))}. Our team looks at who you are, then lets the agency in or
            says why not. Until then it can receive nothing, and locums do not find it.
          </p>
          <p>Meanwhile you can turn on your second factor and invite colleagues.</p>
          <div className="actions">
            <ButtonLink to="/agency/members" look="main">
              Invite colleagues
            </ButtonLink>
            <ButtonLink to="/account/second-factor" look="calm">
              Your second factor
            </ButtonLink>
          </div>
        </EmptyState>
      ) : (
        <EmptyState icon={Ban} title="Our team did not let this agency in">
          <Reason of={agency} />
          <p>If something was missing, write to our team and they look again.</p>
        </EmptyState>
      )}
    </>
  );
}

/** A suspended agency opens nothing; its list and receipts stay, as proof for both sides. */
function Suspended({ agency, children }: { agency: Agency; children: ReactNode }) {
  return (
    <div className="stack loose">
      <Notice look="problem" title={`${agency.name} is suspended`}>
        <Reason of={agency} />
        <p>
          Nobody here can open copies now, and nobody can send you any. Each locum concerned has been told. If our team
          lets the agency go on, copies open again until their last day.
        </p>
      </Notice>
      <div>{children}</div>
    </div>
  );
}

function Reason({ of }: { of: Agency }) {
  if (!of.reason) return null;
  return (
    <p>
      Why: <span dir="auto">{of.reason}</span>
    </p>
  );
}

/** Nothing is received on terms nobody accepted. */
function AgencyTerms({ agency }: { agency: Agency }) {
  const me = useMe();
  const terms = useQuery(termsQuery);
  const version = terms.data?.agencyTerms.version;
  const owner = me.roles.includes("agency-owner");
  const form = useSubmit(async () => {
    if (!version)
      throw new FieldErrors([{ field: "", message: "The terms have not loaded. Wait a moment, then try again" }]);
    await put("/api/agency/terms", { agencyTerms: version });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: myAgencyQuery.queryKey });
  });
  const link = (
    <Link to="/texts/$name" params={{ name: "agencyTerms" }} target="_blank">
      Read the agency terms (opens a new tab)
    </Link>
  );
  return (
    <>
      <PageHead title={agency.termsAccepted ? "The agency terms have changed" : "Agency terms"} />
      {owner ? (
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <p>
            Before <bdi>{agency.name}</bdi> can receive copies, one of its owners accepts what an agency promises.
            Locums rely on it.
          </p>
          <p>
            {link}
            {version ? `, version ${version}.` : "."}
          </p>
          <div className="actions">
            <Button type="submit" busy={form.busy && "Accepting"}>
              Accept them for <bdi>{agency.name}</bdi>
            </Button>
          </div>
        </form>
      ) : (
        <Notice>
          <p>
            An owner of <bdi>{agency.name}</bdi> accepts the agency terms first. {link}
          </p>
        </Notice>
      )}
    </>
  );
}
