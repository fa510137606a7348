import { readProfile } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { ClipboardList } from "lucide-react";
import { type AgencyProfile as Answer, agencyProfileQuery } from "../../api/agency-profile-queries.ts";
import type { Me } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { EmptyState, Notice, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { draftStore } from "./draft-store.ts";
import { ProfileInWords } from "./ProfileInWords.tsx";
import { SavedVersions } from "./SavedVersions.tsx";

/** What the agency asks for, in words. Every member reads it; an owner goes on to change it. */
export default function AgencyProfile() {
  const me = useMe();
  const profile = useQuery(agencyProfileQuery);
  const owner = me.roles.includes("agency-owner");
  const saved = profile.data?.saved[0];
  return (
    <div className="stack loose">
      <PageHead
        title="What we ask for"
        lead={
          owner
            ? "Locums see it before they send, and what they sent is measured by it."
            : "An owner of the agency changes it. Locums see it before they send."
        }
      >
        {owner && saved ? (
          <ButtonLink to="/agency/profile/edit" look="main">
            Change it
          </ButtonLink>
        ) : null}
      </PageHead>
      {owner ? <Unsaved me={me} /> : null}
      <AsyncView query={profile} waiting={<Skeleton height="6rem" lines={5} />}>
        {(answer) => (answer.version === 0 ? <NoneYet owner={owner} /> : <InForce answer={answer} />)}
      </AsyncView>
    </div>
  );
}

function InForce({ answer }: { answer: Answer }) {
  const profile = readProfile(answer.profile);
  const [saved] = answer.saved;
  return (
    <>
      <p>
        Version {answer.version} is in force
        {saved ? (
          <>
            , saved by <bdi>{saved.by}</bdi> on {momentInWords(saved.at)}
          </>
        ) : null}
        .
      </p>
      {profile ? (
        <ProfileInWords profile={profile} />
      ) : (
        <Notice look="problem" title="This version cannot be shown">
          <p>It was written for another release of this service. Tell support; what was saved is kept.</p>
        </Notice>
      )}
      <SavedVersions saved={answer.saved} />
    </>
  );
}

function NoneYet({ owner }: { owner: boolean }) {
  return (
    <EmptyState icon={ClipboardList} title="You have no list of your own yet">
      <p>
        Until you do, what locums send you is measured by the starter list of their profession: what agencies usually
        ask for, put together by us.
      </p>
      {owner ? (
        <ButtonLink to="/agency/profile/edit" look="main">
          Begin from a starter list
        </ButtonLink>
      ) : (
        <p>An owner of the agency can begin one.</p>
      )}
    </EmptyState>
  );
}

function Unsaved({ me }: { me: Me }) {
  if (!me.agency || !draftStore(me.id, me.agency.id).read()) return null;
  return (
    <Notice look="soon" title="You have changes that are not saved">
      <p>They are kept in this tab until you save them, sign out or close it.</p>
      <div className="actions">
        <ButtonLink to="/agency/profile/edit" look="calm">
          Go on with them
        </ButtonLink>
      </div>
    </Notice>
  );
}
