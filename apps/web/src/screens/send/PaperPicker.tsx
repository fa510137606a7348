import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Tick } from "../../design/Field.tsx";
import { count } from "../../design/words.ts";
import { categoryNames, categoryOrder } from "../documents/categories.ts";
import { guardNames } from "./guard-words.ts";
import { PaperRow } from "./PaperRow.tsx";
import { chosen, type Guarded, guardOf, holdsPlace, isSendable, type Picked, type Receiver } from "./picked.ts";
import "./send.css";

export interface PickerProps {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  receiver: Receiver;
  /** Until when the receiver can already open a paper's current version. */
  held: Map<string, string>;
  /** Something to know of a paper before it is ticked, in words. */
  notes?: ReadonlyMap<string, string>;
  today: string;
  picked: Picked;
  onPick: (picked: Picked) => void;
  /** The words of a guarded kind's own line. */
  guardWords: (guard: Guarded, papers: Document[]) => { label: string; hint: string };
  /** The papers alone, as they were added: for packs, which carry no typed details. */
  papersOnly?: boolean;
}

/** Papers by group, each with its first page; guarded kinds under a line of their own. */
export function PaperPicker(props: PickerProps) {
  const { papers, types, receiver, picked, onPick, papersOnly } = props;
  const groups = Map.groupBy(papers, (paper) => guardOf(paper) ?? types.get(paper.type)?.category ?? "unsorted");
  const orderOf = (group: string) => categoryOrder.indexOf(group === "financial" ? "pay" : group);
  const placed = chosen(picked, papers, receiver).filter(holdsPlace).length;
  return (
    <div className="stack loose">
      {[...groups]
        .toSorted(([one], [two]) => orderOf(one) - orderOf(two))
        .map(([group, members]) => (
          <Group key={group} group={group} members={members} {...props} />
        ))}
      {placed > 0 && !papersOnly ? (
        <Tick
          name="removePlace"
          label="Leave out where it was taken"
          hint={`${count(placed, "photo holds", "photos hold")} the place. The copy is then a new sealed file, and the receipt says “place removed”.`}
          checked={picked.removePlace}
          onChange={(event) => onPick({ ...picked, removePlace: event.target.checked })}
        />
      ) : null}
    </div>
  );
}

function Group({ group, members, ...props }: PickerProps & { group: string; members: Document[] }) {
  const { receiver, picked, onPick, guardWords } = props;
  const first = members[0];
  const guard = first ? guardOf(first) : undefined;
  const sendable = members.filter((paper) => isSendable(paper, receiver));
  const id = `pick-${group}`;
  const sorted = members.toSorted((one, two) => one.title.localeCompare(two.title, "en-GB"));
  const open = !guard || picked.kinds.includes(guard);
  return (
    <section className="stack tight" aria-labelledby={id}>
      <div className="row between">
        <h2 id={id}>{guard ? guardNames[guard] : (categoryNames[group] ?? group)}</h2>
        {!guard && sendable.length > 1 ? <AllOrNone sendable={sendable} picked={picked} onPick={onPick} /> : null}
      </div>
      {group === "unsorted" ? (
        <p className="quiet">
          These cannot be sent until you say what they are. Choose one to do that, then come back: your ticks stay.
        </p>
      ) : null}
      {guard && sendable.length > 0 ? (
        <GuardLine
          guard={guard}
          words={guardWords(guard, sendable)}
          sendable={sendable}
          picked={picked}
          onPick={onPick}
        />
      ) : null}
      {guard === "criminal-record" && !receiver.mayHoldCriminalRecords ? (
        <p className="held-here">
          <Lock size={18} aria-hidden />
          <span>
            <bdi>{receiver.name}</bdi> may not hold criminal-record papers here, so these stay with you.
          </span>
        </p>
      ) : null}
      <ul className="pick-list">
        {sorted.map((paper) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            tickable={open && isSendable(paper, receiver) && !(guard && sendable.length === 1)}
            going={chosen(picked, [paper], receiver).length > 0}
            {...props}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  sendable: Document[];
  picked: Picked;
  onPick: (picked: Picked) => void;
}

interface GuardProps {
  guard: Guarded;
  words: { label: string; hint: string };
}

/** The line of its own for a guarded kind. Ticking it ticks its papers; each can be left out again. */
function GuardLine({ guard, words, sendable, picked, onPick }: LineProps & GuardProps) {
  const ids = sendable.map(({ id }) => id);
  return (
    <div className="guard-line">
      <Tick
        name={`kind-${guard}`}
        {...words}
        checked={picked.kinds.includes(guard)}
        onChange={({ target }) =>
          onPick({
            ...picked,
            kinds: target.checked ? [...picked.kinds, guard] : picked.kinds.filter((kind) => kind !== guard),
            papers: target.checked
              ? [...new Set([...picked.papers, ...ids])]
              : picked.papers.filter((id) => !ids.includes(id)),
          })
        }
      />
    </div>
  );
}

function AllOrNone({ sendable, picked, onPick }: LineProps) {
  const ids = sendable.map(({ id }) => id);
  const all = ids.every((id) => picked.papers.includes(id));
  const others = picked.papers.filter((id) => !ids.includes(id));
  return (
    <Button look="bare" onClick={() => onPick({ ...picked, papers: all ? others : [...others, ...ids] })}>
      {all ? `Untick these ${ids.length}` : `Tick all ${ids.length}`}
    </Button>
  );
}

export function NothingToSend() {
  return (
    <p>
      Your passport is empty, so there is nothing to send yet. <Link to="/documents/add">Add a document</Link> first.
    </p>
  );
}
