import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { agenciesQuery } from "../../api/agency-queries.ts";
import {
  documentsQuery,
  queryClient,
  termsQuery,
  transferQuery,
  transfersQuery,
  typesQuery,
} from "../../api/queries.ts";
import type { Document, DocumentTypeItem, Terms, Transfer } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count, list } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { guardWords } from "../send/guard-words.ts";
import { NothingToSend, PaperPicker } from "../send/PaperPicker.tsx";
import { beginPicked, choicesOf, chosen, consentFor, hasPictures, heldAlready } from "../send/picked.ts";
import { postOnce } from "../send/send-once.ts";
import { sendProblems } from "../send/send-problems.ts";
import { ConsentTicks } from "./ConsentTicks.tsx";

/** More papers for an agency on the terms of a transfer that runs: a new yes with its own receipt. */
export default function AddCopies() {
  const { id = "" } = useParams({ strict: false });
  const transfer = useQuery(transferQuery(id));
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  const terms = useQuery(termsQuery);
  const waiting = <Skeleton height="6rem" lines={4} />;
  const ready =
    transfer.data && documents.data && types.data && terms.data
      ? { transfer: transfer.data, papers: documents.data, types: types.data, notice: terms.data.transferNotice }
      : undefined;
  const failed = [transfer, documents, types, terms].find(({ error }) => error) ?? transfer;
  return (
    <div className="stack">
      <PageHead
        title="Add papers"
        lead={
          transfer.data
            ? `For ${transfer.data.agency.name}, until ${dayInWords(transfer.data.endsOn)}, on the terms you set before.`
            : "\u00a0"
        }
        back={
          <BackLink to="/transfers/$id" params={{ id }}>
            {transfer.data?.agency.name ?? "The transfer"}
          </BackLink>
        }
      />
      <AsyncView query={{ ...failed, data: ready }} waiting={waiting}>
        {(all) =>
          all.transfer.state !== "active" ? (
            <Navigate to="/transfers/$id" params={{ id }} replace />
          ) : all.papers.length === 0 ? (
            <NothingToSend />
          ) : (
            <Adding {...all} />
          )
        }
      </AsyncView>
    </div>
  );
}

interface AddingProps {
  transfer: Transfer;
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  notice: Terms;
}

function Adding({ transfer, papers, types, notice }: AddingProps) {
  const { id, agency } = transfer;
  const navigate = useNavigate();
  const [today] = useState(() => dayOf(new Date()));
  const known = useInfiniteQuery(agenciesQuery(agency.name)).data?.pages.flatMap(({ items }) => items);
  // Until the list has come, the service is the one to say no.
  const receiver = known?.find((item) => item.id === agency.id) ?? { name: agency.name, mayHoldCriminalRecords: true };
  const held = heldAlready(papers, [transfer]);
  const [picked, setPicked] = useState(() => beginPicked({ papers, types, receiver, held, today, none: true }));
  const going = chosen(picked, papers, receiver);
  const copies = count(going.length, "copy", "copies");
  const form = useSubmit(async () => {
    if (going.length === 0) throw new FieldErrors([{ field: "", message: "Tick one or more documents to send" }]);
    const blind = going.filter((paper) => !transfer.mayDownload && !hasPictures(paper)).map(({ title }) => title);
    if (blind.length > 0) {
      throw new FieldErrors([
        {
          field: "",
          message: `${list(blind)}: no page pictures, and this transfer is for looking only. Untick, or send anew`,
        },
      ]);
    }
    try {
      await postOnce<Transfer>(`/api/transfers/${id}/copies`, {
        ...choicesOf(picked, going, types),
        consent: consentFor(going, notice.version),
      });
    } catch (error) {
      throw new FieldErrors(sendProblems(error).map(({ message }) => ({ field: "", message })));
    }
    await queryClient.invalidateQueries({ queryKey: transferQuery(id).queryKey });
    await queryClient.invalidateQueries({ queryKey: transfersQuery.queryKey });
    await navigate({
      to: "/transfers/$id",
      params: { id },
      replace: true,
      state: { flash: `Sent. ${agency.name} has ${copies} more. The new receipt is below.` },
    });
  });
  return (
    <form className="stack loose" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <PaperPicker
        papers={papers}
        types={types}
        receiver={receiver}
        guardWords={(guard, of) => guardWords(guard, of, receiver.name)}
        held={held}
        today={today}
        picked={picked}
        onPick={setPicked}
      />
      <ConsentTicks of={[]} errorOf={form.errorOf} />
      <div className="send-foot">
        <p role="status">
          <strong>{count(going.length, "paper")} ticked.</strong>
        </p>
        <Button type="submit" busy={form.busy && `Sending ${copies}`}>
          {going.length === 0 ? "Send copies" : `Send ${copies}`} to <bdi>{agency.name}</bdi>
        </Button>
      </div>
    </form>
  );
}
