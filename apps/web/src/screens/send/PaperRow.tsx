import { Link } from "@tanstack/react-router";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import type { CardState } from "../../design/DocumentCard.tsx";
import { dayInWords } from "../../design/day.ts";
import { Tag } from "../../design/surface.tsx";
import { Thumb } from "../../design/Thumb.tsx";
import { detailInWords } from "../documents/detail-words.ts";
import { stateOf } from "../documents/paper-state.ts";
import { currentVersion, firstPage } from "../documents/pictures.ts";
import type { PickerProps } from "./PaperPicker.tsx";
import { filledFields, goesAlong, hasPictures } from "./picked.ts";

interface RowProps extends Omit<PickerProps, "receiver" | "onPick" | "guardWords"> {
  paper: Document;
  /** Has a tick of its own. */
  tickable: boolean;
  going: boolean;
  receiver: { name: string };
  onPick: PickerProps["onPick"];
}

/** One paper: its tick, its first page, what is known of it, and the details that go along. */
export function PaperRow(props: RowProps) {
  const { paper, tickable, going, papers, types, held, notes, today, picked, onPick, receiver, papersOnly } = props;
  const type = types.get(paper.type);
  const until = held.get(paper.id);
  const note = notes?.get(paper.id);
  const pending = currentVersion(paper)?.pictures === "pending";
  const words = (
    <>
      <Thumb src={firstPage(paper)} pending={pending} />
      <span className="pick-words">
        <strong dir="auto">{paper.title}</strong>
        {paper.type === "other" ? null : <State state={stateOf(paper, type, today, papers)} />}
        {until ? (
          <span className="small quiet">
            <bdi>{receiver.name}</bdi> can open this version already, until {dayInWords(until)}.
          </span>
        ) : null}
        {note ? (
          <span className="small" dir="auto">
            <Tag look="problem">Sent back</Tag> {note}
          </span>
        ) : null}
        {going && !hasPictures(paper) ? (
          <span className="small quiet">
            {pending
              ? "Its page pictures are still being made."
              : papersOnly
                ? "It has no page pictures: it stands in the ZIP, and in the PDF by name."
                : "It has no page pictures: it goes with downloads only."}
          </span>
        ) : null}
      </span>
    </>
  );
  if (paper.type === "other") {
    return (
      <li className="pick-row">
        <div className="pick-paper">
          <span />
          {words}
        </div>
        <p className="pick-below">
          <Link to="/documents/$id" params={{ id: paper.id }}>
            Say what this is
          </Link>
        </p>
      </li>
    );
  }
  const toggle = (on: boolean) =>
    onPick({ ...picked, papers: on ? [...picked.papers, paper.id] : picked.papers.filter((id) => id !== paper.id) });
  return (
    <li className={going ? "pick-row going" : "pick-row"}>
      {tickable ? (
        <label className="pick-paper">
          <input
            type="checkbox"
            id={`field-paper-${paper.id}`}
            checked={picked.papers.includes(paper.id)}
            onChange={(event) => toggle(event.target.checked)}
          />
          {words}
        </label>
      ) : (
        <div className="pick-paper">
          <span />
          {words}
        </div>
      )}
      {going && type && !papersOnly ? <DetailTicks paper={paper} type={type} picked={picked} onPick={onPick} /> : null}
    </li>
  );
}

interface DetailProps {
  paper: Document;
  type: DocumentTypeItem;
  picked: PickerProps["picked"];
  onPick: PickerProps["onPick"];
}

/** What its owner typed goes along as "typed by the sender"; each line can stay behind. */
function DetailTicks({ paper, type, picked, onPick }: DetailProps) {
  const fields = filledFields(paper, type);
  if (fields.length === 0) return null;
  const along = fields.filter(({ id }) => goesAlong(picked, paper, type, id)).length;
  const set = (id: string, on: boolean) =>
    onPick({ ...picked, details: { ...picked.details, [paper.id]: { ...picked.details[paper.id], [id]: on } } });
  return (
    <details className="pick-below">
      <summary>
        Typed details:{" "}
        {along === fields.length ? `all ${fields.length} go along` : `${along} of ${fields.length} go along`}
        <span className="unseen">, {paper.title}</span>
      </summary>
      <p className="small quiet">They are labelled “typed by the sender”. Untick what should stay here.</p>
      {fields.map((field) => (
        <label className="tick" key={field.id}>
          <input
            type="checkbox"
            checked={goesAlong(picked, paper, type, field.id)}
            onChange={(event) => set(field.id, event.target.checked)}
          />
          <span>
            {field.label}: <bdi>{detailInWords(field, paper.details[field.id])}</bdi>
          </span>
        </label>
      ))}
    </details>
  );
}

/** The state line, as words within a label. */
function State({ state: { word, second, look } }: { state: CardState }) {
  if (!look) {
    return (
      <span className="small">
        {word}. {second}
      </span>
    );
  }
  return (
    <span className="small state-line">
      <Tag {...(look === "plain" ? {} : { look })}>{word}</Tag> <span>{second}</span>
    </span>
  );
}
