import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Copy, Document, Transfer } from "../../api/types.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords, momentInWords } from "../../design/day.ts";
import { Tag } from "../../design/surface.tsx";
import { Thumb } from "../../design/Thumb.tsx";
import { count } from "../../design/words.ts";
import { pagePicture } from "../documents/pictures.ts";
import { ReplaceDialog } from "./ReplaceDialog.tsx";
import { sendBackReasons } from "./send-back-reasons.ts";
import { standing } from "./transfer-words.ts";
import { WhoLooked } from "./WhoLooked.tsx";

interface ListProps {
  transfer: Transfer;
  /** The person's own papers; undefined until they have loaded. */
  documents: Document[] | undefined;
}

/** Every copy: what became of it, what was sent back, what has a newer original. */
export function CopyList({ transfer, documents }: ListProps) {
  const [replacing, setReplacing] = useState<Document>();
  const copies = standing(transfer.copies);
  const back = (copy: Copy) => (transfer.state === "active" && copy.sentBack ? 0 : 1);
  const sorted = copies.toSorted((one, two) => back(one) - back(two) || one.title.localeCompare(two.title, "en-GB"));
  const replaced = transfer.copies.filter(({ replacedBy }) => replacedBy !== null);
  const papers = new Map(documents?.map((paper) => [paper.id, paper]));
  return (
    <section className="stack tight" aria-labelledby="copies">
      <h2 id="copies">{count(copies.length, "copy", "copies")}</h2>
      <ul className="copy-list">
        {sorted.map((copy) => (
          <CopyRow
            key={copy.id}
            copy={copy}
            transfer={transfer}
            paper={documents ? (papers.get(copy.documentId) ?? null) : undefined}
            onReplace={setReplacing}
          />
        ))}
      </ul>
      {replaced.length > 0 ? (
        <details className="replaced">
          <summary>{count(replaced.length, "older copy", "older copies")}, replaced by a newer one</summary>
          <ul>
            {replaced.map((copy) => (
              <li key={copy.id} className="small">
                <bdi>{copy.title}</bdi>, version {copy.version}. {seen(copy)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {replacing ? (
        <ReplaceDialog transfer={transfer} paper={replacing} onClose={() => setReplacing(undefined)} />
      ) : null}
    </section>
  );
}

interface RowProps {
  copy: Copy;
  transfer: Transfer;
  /** Its original; null when it is deleted, undefined while that is not known. */
  paper: Document | null | undefined;
  onReplace: (paper: Document) => void;
}

function CopyRow({ copy, transfer, paper, onReplace }: RowProps) {
  const active = transfer.state === "active";
  const newer = paper ? paper.currentVersion > copy.version : false;
  const picture = paper && copy.pictures === "ready" ? pagePicture(copy.documentId, copy.version, 1, 320) : undefined;
  return (
    <li>
      <Thumb src={picture} pending={copy.pictures === "pending"} />
      <div className="copy-words">
        <p>
          {paper ? (
            <Link to="/documents/$id" params={{ id: copy.documentId }} dir="auto">
              {copy.title}
            </Link>
          ) : (
            <strong dir="auto">{copy.title}</strong>
          )}
        </p>
        <p className="small">{seen(copy)}</p>
        {copy.openedAt ? <WhoLooked copy={copy} /> : null}
        {copy.endsOn !== transfer.endsOn && active ? (
          <p className="small quiet">They can open this one until {dayInWords(copy.endsOn)}.</p>
        ) : null}
        {copy.placeRemoved ? <p className="small quiet">Place removed.</p> : null}
        {paper === null ? (
          <p className="small quiet">You deleted the original. This copy is not changed by that.</p>
        ) : null}
        {copy.sentBack ? (
          <div className="sent-back">
            <p className="row">
              {active ? <Tag look="problem">Sent back</Tag> : <span>Sent back.</span>}
              <span>
                {sendBackReasons[copy.sentBack.reason] ?? copy.sentBack.reason}, {momentInWords(copy.sentBack.at)}
              </span>
            </p>
            <p dir="auto">
              <bdi>{transfer.agency.name}</bdi>: “{copy.sentBack.message}”
            </p>
          </div>
        ) : null}
        {active && paper && newer ? (
          <div className="actions">
            <Button look={copy.sentBack ? "main" : "calm"} onClick={() => onReplace(paper)}>
              Send your newer version
            </Button>
          </div>
        ) : active && paper && copy.sentBack ? (
          <div className="actions">
            <ButtonLink
              to="/documents/$id/replace"
              params={{ id: paper.id }}
              look="calm"
              aria-label={`Fix: ${copy.title}`}
            >
              Fix
            </ButtonLink>
            <span className="small quiet">Add a better one, then send it from here.</span>
          </div>
        ) : null}
      </div>
    </li>
  );
}

function seen({ openedAt, downloadedAt }: Copy): string {
  if (downloadedAt) return `Downloaded ${momentInWords(downloadedAt)}: that file stays with them.`;
  if (openedAt) return `First opened ${momentInWords(openedAt)}, not downloaded.`;
  return "Not opened.";
}
