import { type Rule, type RuleWords, ruleWords } from "@locum-passport/compliance";
import "./rule-lines.css";

/** A rule as people read it: a line, and under it what it is made of. */
export function RuleLines({ rule }: { rule: Rule }) {
  return (
    <div className="rule-lines">
      <Line words={ruleWords(rule)} />
    </div>
  );
}

function Line({ words: { text, parts } }: { words: RuleWords }) {
  return (
    <>
      <p>{text}</p>
      {parts.length > 0 ? (
        <ul>
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may read alike, and none moves
            <li key={place}>
              <Line words={part} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
