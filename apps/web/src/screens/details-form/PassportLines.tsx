import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";
import type { LineReading } from "./passport-lines.ts";

/** What the code lines say, beside the fields: fills them in on a press, and says where the two differ. */
export function PassportLines({
  reading: { found, differs, open },
  onTake,
}: {
  reading: LineReading;
  onTake: (fill: Record<string, string>) => void;
}) {
  if (open.length === 0 && differs.length === 0) {
    return <p className="small quiet">The code lines add up, and agree with what you typed.</p>;
  }
  const empty = Object.fromEntries(Object.entries(found).filter(([id]) => open.includes(id)));
  return (
    <Notice
      look={differs.length > 0 ? "soon" : "fact"}
      title={differs.length > 0 ? "The code lines say something else" : "The code lines add up"}
      live
    >
      {differs.length > 0 ? (
        <ul className="lines-differ">
          {differs.map(({ field, label, typed, lines }) => (
            <li key={field}>
              {label}: you typed <bdi>{typed}</bdi>, the lines say <bdi>{lines}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <p>Names in the lines have no accents, and long ones are cut. The printed page counts.</p>
      <div className="actions">
        {open.length > 0 ? (
          <Button look="calm" onClick={() => onTake(empty)}>
            Fill in the empty fields from the lines
          </Button>
        ) : null}
        {differs.length > 0 ? (
          <Button look="bare" onClick={() => onTake(found)}>
            Take what the lines say
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}
