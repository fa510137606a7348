import type { DetailField, Details } from "../../api/types.ts";
import { dayFrom, dayInWords } from "../../design/day.ts";
import type { Values } from "../../design/useSubmit.ts";
import { AdviceLine } from "./AdviceLine.tsx";
import { adviceOn } from "./advice.ts";
import { DetailInput } from "./DetailInput.tsx";
import type { PersonKept } from "./driver-advice.ts";
import { PassportLines } from "./PassportLines.tsx";
import { readLines } from "./passport-lines.ts";
import { nameOf, readDetails } from "./read-details.ts";
import type { Typed } from "./useTyped.ts";

interface DetailFieldsProps {
  typeId: string;
  fields: DetailField[];
  /** As they are kept. */
  details: Details;
  typed: Typed;
  person: PersonKept;
  today: string;
  errorOf: (field: string) => string | undefined;
}

/** The fields of a type, each with what is to be said of it as it stands. A passport's code lines come first: they fill the rest. */
export function DetailFields(props: DetailFieldsProps) {
  const { typeId, fields, details, typed, person, today, errorOf } = props;
  const { values, left, take } = typed;
  const advice = values ? adviceOn({ typeId, fields, values, today, person }) : undefined;
  const field = (one: DetailField) => {
    const error = errorOf(nameOf(one));
    const said = left.has(one.id) ? advice?.get(one.id) : undefined;
    const known = error !== undefined && said !== undefined && error.endsWith(said.words);
    return (
      <DetailInput
        key={one.id}
        field={one}
        value={details[one.id]}
        error={error}
        said={inWords(one, values, details)}
        advice={said ? <AdviceLine advice={said} quiet={known} onTake={take} /> : null}
      />
    );
  };
  const isLine = ({ id }: DetailField) => id.startsWith("mrzLine");
  const lines = fields.filter(isLine);
  const read = readLines(fields, values ? readDetails(fields, values).details : details, today);
  const open = lines.some((line) => Boolean(details[line.id]) || errorOf(nameOf(line)) !== undefined);
  return (
    <>
      {lines.length > 0 ? (
        <details className="again" open={open}>
          <summary>Fill in from the two code lines of the photo page</summary>
          <div className="stack">
            {lines.map(field)}
            {read.state === "read" ? <PassportLines reading={read.reading} onTake={take} /> : null}
          </div>
        </details>
      ) : null}
      {fields.filter((one) => !isLine(one)).map(field)}
    </>
  );
}

/** A date as typed, in words: the day and the month are easily swapped. */
function inWords(field: DetailField, values: Values | undefined, details: Details): string | undefined {
  if (field.kind !== "date") return undefined;
  const day = values ? dayFrom(...values.day(nameOf(field))) : details[field.id];
  return typeof day === "string" && day !== "" ? dayInWords(day) : undefined;
}
