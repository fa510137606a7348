import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { patch } from "../../api/client.ts";
import { judgeAgain, myAgenciesQuery } from "../../api/compliance-queries.ts";
import { draftsQuery } from "../../api/draft-queries.ts";
import { queryClient } from "../../api/queries.ts";
import type { AgencyListItem, MyAgency } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { NothingHere } from "../../shell/Trouble.tsx";
import { FindAgency } from "./FindAgency.tsx";

/** An agency I knew by myself has joined: my entry becomes that agency, and what was prepared for it can be sent. */
export default function JoinedAgency() {
  const { id = "" } = useParams({ strict: false });
  const agencies = useQuery(myAgenciesQuery);
  return (
    <AsyncView query={agencies} waiting={<Skeleton height="5rem" lines={4} />}>
      {(all) => {
        const mine = all.find((one) => one.id === id);
        if (!mine || mine.agencyId !== null) return <NothingHere />;
        return (
          <div className="stack">
            <PageHead
              title={`Which of these is ${mine.name}?`}
              lead="Look at the name with care: what you prepared can then go to it. Nothing goes before you press Send."
              back={
                <BackLink to="/agencies/$id" params={{ id }}>
                  {mine.name}
                </BackLink>
              }
            />
            <FindAgency
              act={(agency) => <ItIsThis id={id} agency={agency} />}
              none={<p>It appears here once our team has let it in.</p>}
            />
          </div>
        );
      }}
    </AsyncView>
  );
}

function ItIsThis({ id, agency }: { id: string; agency: AgencyListItem }) {
  const navigate = useNavigate();
  const form = useSubmit(async () => {
    await patch<MyAgency>(`/api/my-agencies/${id}`, { agencyId: agency.id });
    await judgeAgain();
    await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
    await navigate({
      to: "/agencies/$id",
      params: { id },
      state: { flash: `Your entry is now ${agency.name}. Nothing was sent.` },
    });
  });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Button type="submit" look="calm" busy={form.busy && "Saving"} aria-label={`It is ${agency.name}`}>
        It is this one
      </Button>
    </form>
  );
}
