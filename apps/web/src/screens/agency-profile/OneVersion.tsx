import { readProfile } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type AgencyProfileVersion, profileVersionQuery } from "../../api/agency-profile-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { momentInWords } from "../../design/day.ts";
import { Card, Notice, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { ChangesList } from "./ChangesList.tsx";
import { ProfileInWords } from "./ProfileInWords.tsx";

/** One version as it was saved: who, when, why, what was new in it, and all of it in words. */
export default function OneVersion() {
  const { v = "" } = useParams({ strict: false });
  const version = useQuery(profileVersionQuery(Number(v)));
  return (
    <div className="stack loose">
      <PageHead
        title={`Version ${v} of what we ask for`}
        lead={version.data ? <SavedLine version={version.data} /> : "\u00a0"}
        back={<BackLink to="/agency/profile">What we ask for</BackLink>}
      />
      <AsyncView query={version} waiting={<Skeleton height="6rem" lines={5} />}>
        {(saved) => <Whole saved={saved} />}
      </AsyncView>
    </div>
  );
}

function SavedLine({ version: { by, at } }: { version: AgencyProfileVersion }) {
  return (
    <>
      Saved by <bdi>{by}</bdi>, {momentInWords(at)}
    </>
  );
}

function Whole({ saved }: { saved: AgencyProfileVersion }) {
  const profile = readProfile(saved.profile);
  return (
    <>
      <Card aria-labelledby="why-saved">
        <h2 id="why-saved">Why</h2>
        <p className="as-typed" dir="auto">
          {saved.why}
        </p>
      </Card>
      {saved.version > 1 ? <Changes saved={saved} /> : null}
      {profile ? (
        <ProfileInWords profile={profile} />
      ) : (
        <Notice look="problem" title="This version cannot be shown">
          <p>It was written for another release of this service. What was saved is kept.</p>
        </Notice>
      )}
    </>
  );
}

function Changes({ saved }: { saved: AgencyProfileVersion }) {
  const before = useQuery(profileVersionQuery(saved.version - 1));
  return (
    <section className="stack tight" aria-labelledby="changes">
      <h2 id="changes">What was different from version {saved.version - 1}</h2>
      <AsyncView query={before} waiting={<Skeleton height="2rem" />}>
        {({ profile }) => <ChangesList before={readProfile(profile)} after={readProfile(saved.profile)} />}
      </AsyncView>
    </section>
  );
}
