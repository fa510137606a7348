import { dayInWords, dayOf } from "./day.ts";
import "./passport.css";

/** The small mark on what is sealed, with its date. */
export function Stamp({ word = "Sealed", at }: { word?: string; at: string }) {
  return (
    <span className="stamp">
      <b>{word}</b>
      <time dateTime={at}>{dayInWords(dayOf(at))}</time>
    </span>
  );
}
