import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { documentsQuery, transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document, DocumentTypeItem, ProfileReadiness, Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { type Addressee, useDraft } from "./draft.ts";
import { guardWords } from "./guard-words.ts";
import { NothingToSend, PaperPicker } from "./PaperPicker.tsx";
import { beginPicked, chosen, heldAlready, wantedPapers } from "./picked.ts";
import { sentBackNotes } from "./sent-back-notes.ts";
import { useAskedBy } from "./useAskedBy.ts";
import { WhatTheyAskFor } from "./WhatTheyAskFor.tsx";

/** Step 2: which papers, and which typed details. */
export default function What() {
  const [draft] = useDraft(useMe().id);
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  const transfers = useQuery(transfersQuery);
  const asked = useAskedBy(draft.agency?.id ?? null, draft.myAgencyId);
  if (!draft.agency) return <Navigate to="/send" replace />;
  const { agency } = draft;
  const waiting = <Skeleton height="6rem" lines={5} />;
  return (
    <div className="stack">
      <PageHead
        title={`What should ${agency.name} get?`}
        lead="Step 2 of 4. Tick the papers to copy. The originals stay here."
        back={<BackLink to="/send">Who should get copies</BackLink>}
      />
      <AsyncView query={documents} waiting={waiting}>
        {(papers) => (
          <AsyncView query={types} waiting={waiting}>
            {(catalogue) => (
              <AsyncView query={transfers} waiting={waiting}>
                {(sent) =>
                  papers.length === 0 ? (
                    <NothingToSend />
                  ) : asked === "waiting" ? (
                    waiting
                  ) : (
                    <Tickable papers={papers} types={catalogue} agency={agency} transfers={sent} asked={asked} />
                  )
                }
              </AsyncView>
            )}
          </AsyncView>
        )}
      </AsyncView>
    </div>
  );
}

interface TickableProps {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  agency: Addressee;
  transfers: Transfer[];
  /** Readiness for what the agency asks for; undefined where that is not known. */
  asked: ProfileReadiness | undefined;
}

function Tickable({ papers, types, agency, transfers, asked }: TickableProps) {
  const navigate = useNavigate();
  const [draft, change] = useDraft(useMe().id);
  const [today] = useState(() => dayOf(new Date()));
  const held = heldAlready(
    papers,
    transfers.filter((transfer) => transfer.agency.id === agency.id),
  );
  const wanted = asked && wantedPapers(papers, asked.requirements);
  const picked =
    draft.picked ?? beginPicked({ papers, types, receiver: agency, held, today, only: draft.only, wanted });
  const going = chosen(picked, papers, agency);
  const form = useSubmit(async () => {
    if (going.length === 0) {
      const first = papers.find(({ id }) => document.getElementById(`field-paper-${id}`));
      throw new FieldErrors([
        { field: first ? `paper-${first.id}` : "", message: "Tick one or more documents to send" },
      ]);
    }
    change({ picked });
    await navigate({ to: "/send/how" });
  });
  return (
    <form className="stack loose" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {asked ? <WhatTheyAskFor agency={agency.name} asked={asked} /> : null}
      <PaperPicker
        papers={papers}
        types={types}
        receiver={agency}
        guardWords={(guard, of) => guardWords(guard, of, agency.name)}
        held={held}
        notes={sentBackNotes(papers, transfers)}
        today={today}
        picked={picked}
        onPick={(next) => change({ picked: next })}
      />
      <div className="send-foot">
        <p role="status">
          <strong>{count(going.length, "paper")} ticked.</strong>{" "}
          <span className="quiet">Nothing leaves before the last step.</span>
        </p>
        <Button type="submit">Go on to how they may be used</Button>
      </div>
    </form>
  );
}
