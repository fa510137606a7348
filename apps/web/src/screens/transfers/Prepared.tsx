import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { remove } from "../../api/client.ts";
import { myAgenciesQuery } from "../../api/compliance-queries.ts";
import { draftsQuery } from "../../api/draft-queries.ts";
import { queryClient } from "../../api/queries.ts";
import type { TransferDraft } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Card } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { useMe } from "../../shell/useMe.ts";
import { goOnFrom } from "../send/draft.ts";

/** What was prepared and waits for its owner's own press. Not there while nothing waits. */
export function Prepared() {
  const { data: drafts = [] } = useQuery(draftsQuery);
  if (drafts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="prepared">
      <h2 id="prepared">
        Prepared, not sent <span className="quiet">({drafts.length})</span>
      </h2>
      <ul className="slips">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <OneDraft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneDraft({ draft }: { draft: TransferDraft }) {
  const me = useMe();
  const navigate = useNavigate();
  const { data: mine = [] } = useQuery(myAgenciesQuery);
  const agency = mine.find(({ id }) => id === draft.myAgencyId);
  const { name } = draft.agency;
  const drop = useSubmit(async () => {
    await remove(`/api/transfer-drafts/${draft.id}`);
    announce(`What you prepared for ${name} is deleted.`);
    await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
  });
  const title = `draft-${draft.id}`;
  return (
    <Card aria-labelledby={title} className="stack tight">
      <h3 id={title} dir="auto">
        {name}
      </h3>
      <p>{count(draft.documentIds.length, "paper")} chosen. Nobody has them.</p>
      {draft.gone > 0 ? (
        <p className="small">{count(draft.gone, "chosen paper is", "chosen papers are")} kept here no more.</p>
      ) : null}
      <p className="small quiet">
        {draft.canBeSent ? "It can receive copies now." : "It cannot receive copies yet."} Last changed{" "}
        {momentInWords(draft.changedAt)}.
      </p>
      <ErrorSummary errors={drop.errors} attempt={drop.attempt} />
      <div className="actions">
        {agency ? (
          <Button
            look={draft.canBeSent ? "main" : "calm"}
            onClick={() => {
              goOnFrom(me.id, draft, agency);
              void navigate({ to: "/send/papers" });
            }}
          >
            Go on with it
          </Button>
        ) : null}
        <form {...drop.form}>
          <Button type="submit" look="bare" busy={drop.busy && "Deleting"}>
            Delete<span className="unseen"> what you prepared for {name}</span>
          </Button>
        </form>
      </div>
    </Card>
  );
}
