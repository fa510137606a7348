import { useQuery } from "@tanstack/react-query";
import { Download, Eye, Undo2 } from "lucide-react";
import { useState } from "react";
import { queryClient, typesQuery } from "../../api/queries.ts";
import type { DocumentTypeItem, ReceivedTransfer } from "../../api/types.ts";
import { Button, ButtonAnchor } from "../../design/Button.tsx";
import { dayInWords, momentInWords } from "../../design/day.ts";
import { count, size } from "../../design/words.ts";
import { detailInWords } from "../documents/detail-words.ts";
import { sendBackReasons } from "../transfers/send-back-reasons.ts";
import { CopyReader } from "./CopyReader.tsx";
import { lastOpened, type ReceivedCopy, standingReceived } from "./received-words.ts";
import { SendBackDialog } from "./SendBackDialog.tsx";

const again = () => queryClient.invalidateQueries({ queryKey: ["agency", "received"] });

/** The copies as a list. Pictures come only when somebody asks to look. */
export function ReceivedCopies({ transfer }: { transfer: ReceivedTransfer }) {
  const types = useQuery(typesQuery).data;
  const [reading, setReading] = useState<ReceivedCopy>();
  const [returning, setReturning] = useState<ReceivedCopy>();
  const copies = standingReceived(transfer.copies);
  const older = transfer.copies.length - copies.length;
  return (
    <section className="stack tight" aria-labelledby="copies">
      <h2 id="copies">{count(copies.length, "copy", "copies")}</h2>
      <ul className="plain-list">
        {copies.map((copy) => (
          <li key={copy.id}>
            <CopyLine
              copy={copy}
              type={types?.get(copy.type)}
              transfer={transfer}
              onRead={() => setReading(copy)}
              onSendBack={() => setReturning(copy)}
            />
          </li>
        ))}
      </ul>
      {older > 0 ? (
        <p className="small quiet">
          {count(older, "older copy was", "older copies were")} replaced by the sender, and cannot be opened.
        </p>
      ) : null}
      {reading ? (
        <CopyReader
          transferId={transfer.id}
          copy={reading}
          onClose={() => {
            setReading(undefined);
            void again();
          }}
        />
      ) : null}
      {returning ? (
        <SendBackDialog
          transfer={transfer}
          copy={returning}
          onClose={() => setReturning(undefined)}
          onDone={() => void again()}
        />
      ) : null}
    </section>
  );
}

interface LineProps {
  copy: ReceivedCopy;
  type: DocumentTypeItem | undefined;
  transfer: ReceivedTransfer;
  onRead: () => void;
  onSendBack: () => void;
}

function CopyLine({ copy, type, transfer, onRead, onSendBack }: LineProps) {
  const open = transfer.state === "active" && transfer.agencyState === "approved";
  const base = `/api/agency/transfers/${transfer.id}/copies/${copy.id}`;
  const bytes = copy.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <article className="received-copy">
      <h3 dir="auto">{copy.title}</h3>
      <p className="small quiet">
        {[
          type && type.name !== copy.title ? type.name : "",
          copy.pages === null ? count(copy.files.length, "file") : count(copy.pages, "page"),
          size(bytes),
          copy.placeRemoved ? "place removed" : "",
          copy.endsOn !== transfer.endsOn && open ? `open until ${dayInWords(copy.endsOn)}` : "",
        ]
          .filter(Boolean)
          .join(", ")}
      </p>
      <Typed copy={copy} type={type} />
      <p className="small" dir="auto">
        {lastOpened(copy.lastOpenedBy)}
        {copy.downloadedAt ? `. First downloaded ${momentInWords(copy.downloadedAt)}` : ""}
      </p>
      {copy.originalSeen ? (
        <p className="small" dir="auto">
          Original: seen in person by {copy.originalSeen.by}, {dayInWords(copy.originalSeen.on)}
        </p>
      ) : null}
      {copy.sentBack ? (
        <div className="sent-back">
          <p>
            You sent it back on {momentInWords(copy.sentBack.at)}:{" "}
            {sendBackReasons[copy.sentBack.reason] ?? copy.sentBack.reason}.
          </p>
          <p dir="auto">“{copy.sentBack.message}”</p>
        </div>
      ) : null}
      {open ? (
        <div className="actions">
          {copy.pictures === "ready" ? (
            <Button look="calm" icon={Eye} onClick={onRead}>
              Look at the pages<span className="unseen"> of {copy.title}</span>
            </Button>
          ) : (
            <span className="small quiet">
              {copy.pictures === "pending" ? "Page pictures are being made." : "There are no page pictures of it."}
            </span>
          )}
          {transfer.mayDownload ? (
            <ButtonAnchor href={`${base}/content`} icon={Download} download onClick={() => setTimeout(again, 1500)}>
              Download<span className="unseen"> {copy.title}</span>
            </ButtonAnchor>
          ) : null}
          <Button look="bare" icon={Undo2} onClick={onSendBack}>
            Send back<span className="unseen"> {copy.title}</span>
          </Button>
        </div>
      ) : (
        <Fingerprints copy={copy} />
      )}
    </article>
  );
}

/** The sender's own words: never to be mistaken for something that was looked up. */
function Typed({ copy, type }: { copy: ReceivedCopy; type: DocumentTypeItem | undefined }) {
  const filled = (type?.fields ?? []).flatMap((field) => {
    const words = detailInWords(field, copy.details[field.id]);
    return words === undefined ? [] : [{ field, words }];
  });
  if (filled.length === 0) return null;
  return (
    <details className="typed">
      <summary>
        {count(filled.length, "detail")} typed by the sender<span className="unseen">, {copy.title}</span>
      </summary>
      <dl>
        {filled.map(({ field, words }) => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Fingerprints({ copy }: { copy: ReceivedCopy }) {
  return (
    <ul className="small quiet">
      {copy.files.map((file) => (
        <li key={file.n}>
          File {file.n}, SHA-256 <code>{file.sha256}</code>
        </li>
      ))}
    </ul>
  );
}
