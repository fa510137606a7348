import { Link, type LinkProps } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { fieldId } from "../../design/Field.tsx";
import { capital, count, list } from "../../design/words.ts";
import type { Addressee, Draft } from "./draft.ts";
import { criminalRecordEnd } from "./last-day.ts";
import { filledFields, goesAlong, holdsPlace, type Picked } from "./picked.ts";
import { isPurpose, onwardInWords, purposeInWords } from "./purposes.ts";

interface Props {
  draft: Draft;
  agency: Addressee;
  picked: Picked;
  going: Document[];
  types: Map<string, DocumentTypeItem>;
  endsOn: string;
  today: string;
  errorOf: (field: string) => string | undefined;
}

/** The whole sending as a list, each row with its way back. */
export function CheckRows({ draft, agency, picked, going, types, endsOn, today, errorOf }: Props) {
  const download = draft.mayDownload === "yes";
  const records = going.some(({ sensitivity }) => sensitivity === "criminal-record");
  const recordEnd = criminalRecordEnd(endsOn, today);
  const behind = staysBehind(picked, going, types);
  return (
    <dl className="check-rows">
      <Row name="to" label="To" to="/send" error={errorOf("to")}>
        <bdi>{agency.name}</bdi>
      </Row>
      <Row name="what" label="What" to="/send/papers" error={errorOf("what")}>
        <p>{count(going.length, "copy", "copies")}. The originals stay here.</p>
        {guardedInWords(going).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <details>
          <summary>{going.length === 1 ? "Which paper" : `All ${going.length} papers`}</summary>
          <ul className="check-papers">
            {going.map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </details>
      </Row>
      <Row name="details" label="With them" to="/send/papers">
        <p>
          {detailsInWords(picked, going, types)}
          {behind.length > 0 ? ` ${capital(list(behind))} ${behind.length === 1 ? "stays" : "stay"} here.` : ""}
        </p>
        {going.some(holdsPlace) ? (
          <p>{picked.removePlace ? "Where photos were taken is left out." : "Where photos were taken goes along."}</p>
        ) : null}
      </Row>
      <Row name="why" label="Why" to="/send/how" error={errorOf("why")}>
        {isPurpose(draft.purpose) ? purposeInWords(draft.purpose, draft.purposeText.trim(), agency.name) : null}
      </Row>
      <Row name="until" label="They can" to="/send/how" error={errorOf("until")}>
        <p>
          {download ? "open and download" : "look at page pictures, and not download,"} until {dayInWords(endsOn)}
        </p>
        {records && recordEnd < endsOn ? (
          <p>Criminal-record copies until {dayInWords(recordEnd)}, the most for those.</p>
        ) : null}
      </Row>
      <Row name="onward" label="They may show them to" to="/send/how" error={errorOf("onward")}>
        {onwardInWords(draft.onward === "hirers-and-auditors" ? "hirers-and-auditors" : "none")}
      </Row>
      <Row name="note" label="Your note" to="/send/how" error={errorOf("note")}>
        <span dir="auto" className="as-typed">
          {draft.note.trim() || "No note"}
        </span>
      </Row>
      <div>
        <dt>After that</dt>
        <dd>
          {download
            ? "They may still hold what they downloaded, and the law may make them keep some of it."
            : "They can open nothing. What somebody noted or photographed stays with them."}
        </dd>
      </div>
    </dl>
  );
}

interface RowProps {
  name: string;
  label: string;
  to: NonNullable<LinkProps["to"]>;
  error?: string | undefined;
  children: ReactNode;
}

function Row({ name, label, to, error, children }: RowProps) {
  return (
    <div className={error ? "wrong" : undefined}>
      <dt>{label}</dt>
      <dd>
        {error ? (
          <p className="check-error">
            <CircleAlert size={18} aria-hidden /> <span>{error}</span>
          </p>
        ) : null}
        {children}
      </dd>
      <dd className="check-change">
        <Link to={to} id={fieldId(name)}>
          Change<span className="unseen">: {label}</span>
        </Link>
      </dd>
    </div>
  );
}

function guardedInWords(going: Document[]): string[] {
  const many = (kind: string) => going.filter(({ sensitivity }) => sensitivity === kind).length;
  const [health, records, pay] = [many("health"), many("criminal-record"), many("financial")];
  return [
    ...(health > 0 ? [`With my health papers (${health}).`] : []),
    ...(records > 0 ? [`With my criminal-record papers (${records}).`] : []),
    ...(pay > 0 ? [`With my pay papers (${pay}).`] : []),
  ];
}

function detailsInWords(picked: Picked, going: Document[], types: Map<string, DocumentTypeItem>): string {
  const along = going.reduce((sum, paper) => {
    const type = types.get(paper.type);
    return sum + (type ? filledFields(paper, type).filter(({ id }) => goesAlong(picked, paper, type, id)).length : 0);
  }, 0);
  return along === 0
    ? "No typed details."
    : `${count(along, "detail")} that you typed, labelled “typed by the sender”.`;
}

/** The names of details that do not go, each once. */
function staysBehind(picked: Picked, going: Document[], types: Map<string, DocumentTypeItem>): string[] {
  const names = new Set<string>();
  for (const paper of going) {
    const type = types.get(paper.type);
    if (!type) continue;
    for (const field of filledFields(paper, type)) {
      if (!goesAlong(picked, paper, type, field.id)) names.add(field.label);
    }
  }
  return [...names];
}
