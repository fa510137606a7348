import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { draftsQuery } from "../../api/draft-queries.ts";
import { documentsQuery, queryClient, termsQuery, transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document, DocumentTypeItem, Terms, Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Notice, Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { CheckRows } from "./CheckRows.tsx";
import { clearDraft, useDraft } from "./draft.ts";
import { howProblems } from "./how-problems.ts";
import { KeepDraft } from "./KeepDraft.tsx";
import { lastDayOf } from "./last-day.ts";
import { choicesOf, chosen, consentFor } from "./picked.ts";
import { isPurpose } from "./purposes.ts";
import { postOnce } from "./send-once.ts";
import { sendProblems } from "./send-problems.ts";
import { WhatHappens } from "./WhatHappens.tsx";
import { SendingFrozen } from "./Whom.tsx";

/** Step 4: everything once more, in words, and the one button that sends. */
export default function Check() {
  const me = useMe();
  const [draft] = useDraft(me.id);
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  const terms = useQuery(termsQuery);
  if (!draft.agency) return <Navigate to="/send" replace />;
  if (!draft.picked) return <Navigate to="/send/papers" replace />;
  const waiting = <Skeleton height="4rem" lines={6} />;
  return (
    <div className="stack">
      <PageHead
        title="Check, then send"
        lead="Step 4 of 4"
        back={<BackLink to="/send/how">How they may be used</BackLink>}
      />
      <SendingFrozen until={me.sendingFrozenUntil} />
      <AsyncView query={documents} waiting={waiting}>
        {(papers) => (
          <AsyncView query={types} waiting={waiting}>
            {(catalogue) => (
              <AsyncView query={terms} waiting={waiting}>
                {({ transferNotice }) => <Sendable papers={papers} types={catalogue} notice={transferNotice} />}
              </AsyncView>
            )}
          </AsyncView>
        )}
      </AsyncView>
    </div>
  );
}

interface SendableProps {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  notice: Terms;
}

function Sendable({ papers, types, notice }: SendableProps) {
  const me = useMe();
  const navigate = useNavigate();
  const [draft] = useDraft(me.id);
  const [today] = useState(() => dayOf(new Date()));
  const { agency, picked } = draft;
  const going = agency && picked ? chosen(picked, papers, agency) : [];
  const last = lastDayOf(draft.until, draft.day, today);
  const form = useSubmit(async () => {
    if (!agency?.id || !picked || !isPurpose(draft.purpose) || "wrong" in last) return;
    try {
      const sent = await postOnce<Transfer>("/api/transfers", {
        agencyId: agency.id,
        ...(draft.draftId ? { draftId: draft.draftId } : {}),
        ...choicesOf(picked, going, types),
        purpose: draft.purpose,
        ...(draft.purpose === "other" ? { purposeText: draft.purposeText.trim() } : {}),
        ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
        endsOn: last.day,
        mayDownload: draft.mayDownload === "yes",
        onward: draft.onward,
        consent: consentFor(going, notice.version),
      });
      await navigate({
        to: "/transfers/$id",
        params: { id: sent.id },
        replace: true,
        state: { flash: "Sent. The receipt is under Transfers." },
      });
      clearDraft(me.id);
      await queryClient.invalidateQueries({ queryKey: transfersQuery.queryKey });
      if (draft.draftId) await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
    } catch (error) {
      throw new FieldErrors(sendProblems(error));
    }
  });
  if (!agency || !picked) return null;
  if (going.length === 0) return <Navigate to="/send/papers" replace />;
  if (howProblems(draft, going, today).length > 0 || "wrong" in last) return <Navigate to="/send/how" replace />;
  const copies = count(going.length, "copy", "copies");
  return (
    <div className="stack">
      <form className="stack loose" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <CheckRows
          draft={draft}
          agency={agency}
          picked={picked}
          going={going}
          types={types}
          endsOn={last.day}
          today={today}
          errorOf={form.errorOf}
        />
        <WhatHappens
          agency={agency.name}
          mayDownload={draft.mayDownload === "yes"}
          notice={notice}
          endsOn={last.day}
          consent={consentFor(going, notice.version)}
        />
        {agency.id === null ? (
          <Notice title={`${agency.name} cannot receive copies yet`}>
            <p>Keep this, and send it yourself once it can. Until then nobody gets anything.</p>
          </Notice>
        ) : (
          <div className="actions">
            <Button type="submit" busy={form.busy && `Sending ${copies}`}>
              Send {copies} to <bdi>{agency.name}</bdi>
            </Button>
          </div>
        )}
      </form>
      <KeepDraft draft={draft} documentIds={going.map(({ id }) => id)} endsOn={last.day} main={agency.id === null} />
    </div>
  );
}
