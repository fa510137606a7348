import { readProfile } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { agencyProfileQuery, type AgencyProfile as Saved } from "../../api/agency-profile-queries.ts";
import type { Me } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Notice, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { BeginProfile } from "./BeginProfile.tsx";
import { draftStore, useDraft } from "./draft-store.ts";
import { ProfileForm } from "./ProfileForm.tsx";
import { draftOf } from "./profile-draft.ts";
import "./agency-profile.css";

/** Where an owner changes what the agency asks for. */
export default function EditProfile() {
  const me = useMe();
  const saved = useQuery(agencyProfileQuery);
  return (
    <div className="stack loose">
      <PageHead
        title="Change what we ask for"
        lead="Nothing is in force until you save it."
        back={<BackLink to="/agency/profile">What we ask for</BackLink>}
      />
      {me.agency && me.roles.includes("agency-owner") ? (
        <AsyncView query={saved} waiting={<Skeleton height="6rem" lines={5} />}>
          {(answer) => (me.agency ? <Editing me={me} agency={me.agency} saved={answer} /> : null)}
        </AsyncView>
      ) : (
        <Notice title="An owner of the agency changes this">
          <p>Ask an owner of your agency. You can read what is in force.</p>
        </Notice>
      )}
    </div>
  );
}

function Editing({ me, agency, saved }: { me: Me; agency: NonNullable<Me["agency"]>; saved: Saved }) {
  const store = draftStore(me.id, agency.id);
  const inForce = readProfile(saved.profile);
  const { draft, keep, beginAgain, change } = useDraft(store, inForce ? draftOf(inForce, saved.version) : undefined);
  if (!draft) return <BeginProfile agency={agency.name} onBegin={keep} />;
  return <ProfileForm {...{ draft, saved, store, keep, beginAgain, change }} />;
}
