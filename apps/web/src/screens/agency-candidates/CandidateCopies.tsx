import { Link } from "@tanstack/react-router";
import { Eye } from "lucide-react";
import { useState } from "react";
import { type CandidateCopy, type CandidateDetail, candidateQuery } from "../../api/candidate-queries.ts";
import { remove } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { Button } from "../../design/Button.tsx";
import { dayInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Tag } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { countsFor } from "./candidate-words.ts";
import { copyLook } from "./copy-look.ts";
import { SeenDialog } from "./SeenDialog.tsx";

/** After a record of an original changed: the candidate, the lists and the received transfer are asked for again. */
const again = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ["agency", "candidates"] }),
    queryClient.invalidateQueries({ queryKey: ["agency", "received"] }),
  ]);

/** Every copy they sent, with its state by the details sent with it, and who of us saw its original. */
export function CandidateCopies({ candidate }: { candidate: CandidateDetail }) {
  const [seeing, setSeeing] = useState<CandidateCopy>();
  const { copies, transferIds } = candidate;
  return (
    <section className="stack tight" aria-labelledby="copies">
      <h2 id="copies">{count(copies.length, "copy", "copies")}</h2>
      <p className="small quiet">
        Dates are as the sender typed them. To open a copy, go to the transfer it came with; each look stands in the
        sender's timeline.
      </p>
      <ul className="plain-list">
        {copies.map((copy) => (
          <CopyRow
            key={copy.id}
            copy={copy}
            candidate={candidate}
            transfer={transferIds.length > 1 ? transferIds.length - transferIds.indexOf(copy.transferId) : undefined}
            onSee={() => setSeeing(copy)}
          />
        ))}
      </ul>
      {seeing ? (
        <SeenDialog copy={seeing} sender={candidate.name} onClose={() => setSeeing(undefined)} onDone={again} />
      ) : null}
    </section>
  );
}

interface RowProps {
  copy: CandidateCopy;
  candidate: CandidateDetail;
  /** Which of their transfers, the first being 1, where there are several. */
  transfer: number | undefined;
  onSee: () => void;
}

function CopyRow({ copy, candidate, transfer, onSee }: RowProps) {
  const { title, state, line, originalSeen } = copy;
  const look = copyLook(state);
  const takeBack = useSubmit(async () => {
    await remove(`/api/agency/transfers/${copy.transferId}/copies/${copy.id}/original-seen`);
    await again();
    await queryClient.refetchQueries({ queryKey: candidateQuery(candidate.id).queryKey });
    announce(`Taken back. Both timelines say that the original of ${title} is recorded as seen no more.`);
  });
  return (
    <li className="candidate-copy">
      <div>
        <h3 dir="auto">{title}</h3>
        <p className="row">
          {look ? <Tag look={look}>{state}</Tag> : state === "Date needed" ? <Tag>{state}</Tag> : <span>{state}</span>}
          <span>{line}</span>
        </p>
        <p className="small">
          <bdi>{countsFor(copy.id, candidate)}</bdi>
        </p>
        <p className="small" dir="auto">
          {originalSeen
            ? `Original: seen in person by ${originalSeen.by}, ${dayInWords(originalSeen.on)}`
            : "Original: nobody here has recorded that they saw it"}
        </p>
        <ErrorSummary errors={takeBack.errors} attempt={takeBack.attempt} />
      </div>
      <div className="actions">
        <Link to="/agency/transfers/$id" params={{ id: copy.transferId }}>
          The transfer{transfer === undefined ? "" : ` (number ${transfer})`}
          <span className="unseen"> of {title}</span>
        </Link>
        {originalSeen ? (
          <form {...takeBack.form}>
            <Button type="submit" look="bare" busy={takeBack.busy && "Taking back"}>
              Take back<span className="unseen"> that the original of {title} was seen</span>
            </Button>
          </form>
        ) : (
          <Button look="calm" icon={Eye} onClick={onSee}>
            I have seen the original<span className="unseen"> of {title}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
