import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { patch } from "../../api/client.ts";
import { judgeAgain, myAgenciesQuery } from "../../api/compliance-queries.ts";
import type { MyAgency } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { NothingHere } from "../../shell/Trouble.tsx";
import { PrivateAgencyForm } from "./PrivateAgencyForm.tsx";

/** What I know of an agency that is not here, changed. */
export default function EditAgency() {
  const { id = "" } = useParams({ strict: false });
  const navigate = useNavigate();
  const agencies = useQuery(myAgenciesQuery);
  return (
    <AsyncView query={agencies} waiting={<Skeleton height="5rem" lines={4} />}>
      {(all) => {
        const agency = all.find((one) => one.id === id);
        if (!agency || agency.agencyId !== null) return <NothingHere />;
        return (
          <div className="stack">
            <PageHead
              title={`Change ${agency.name}`}
              back={
                <BackLink to="/agencies/$id" params={{ id }}>
                  {agency.name}
                </BackLink>
              }
            />
            <PrivateAgencyForm
              agency={agency}
              act="Save"
              save={async (words) => {
                await patch<MyAgency>(`/api/my-agencies/${id}`, words);
                await judgeAgain();
                await navigate({ to: "/agencies/$id", params: { id }, state: { flash: "Saved." } });
              }}
            />
          </div>
        );
      }}
    </AsyncView>
  );
}
