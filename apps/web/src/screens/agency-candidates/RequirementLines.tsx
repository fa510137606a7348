import type { JudgedRequirement } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { Tag } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";

interface Props {
  requirements: readonly JudgedRequirement[];
  /** Of one that is not met: its state in a word or two, and why, in the words for whoever looks. */
  toldOf: (requirement: JudgedRequirement) => { word: string; lines: string[] };
}

/** What is asked for, judged: what is left to do in sight, what is met behind it. */
export function RequirementLines({ requirements, toldOf }: Props) {
  const left = requirements.filter(({ state }) => state === "not-held" || state === "cannot-tell");
  const met = requirements.filter(({ state }) => state === "held");
  const notAsked = requirements.filter(({ state }) => state === "not-asked");
  return (
    <div className="stack tight">
      {left.length > 0 ? (
        <ul className="plain-list">
          {left.map((requirement) => (
            <Left key={requirement.id} requirement={requirement} {...toldOf(requirement)} />
          ))}
        </ul>
      ) : (
        <p>Everything that is asked for is met by what was sent.</p>
      )}
      {met.length > 0 ? (
        <details className="again">
          <summary>{count(met.length, "is", "are")} met</summary>
          <ul className="plain-list">
            {met.map(({ id, title, heldUntil }) => (
              <li key={id}>
                <bdi>{title}</bdi>
                <span className="small quiet">{heldUntil ? `, until ${dayInWords(heldUntil)}` : ""}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {notAsked.length > 0 ? (
        <p className="small quiet">{count(notAsked.length, "more applies", "more apply")} to other people only.</p>
      ) : null}
    </div>
  );
}

function Left({ requirement, word, lines }: { requirement: JudgedRequirement; word: string; lines: string[] }) {
  return (
    <li>
      <p className="row">
        <strong dir="auto">{requirement.title}</strong>
        {requirement.state === "cannot-tell" ? <Tag look="fact">Cannot tell</Tag> : <Tag>{word}</Tag>}
      </p>
      {lines.map((line) => (
        <p className="small" key={line}>
          {line}
        </p>
      ))}
    </li>
  );
}
