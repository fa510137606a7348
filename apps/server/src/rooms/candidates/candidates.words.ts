import {
  dayInWords,
  documentType,
  type Missing,
  type RequirementReadiness,
  type StatusWords,
  starterFact,
  statusWords,
  type Validity,
} from "@locum-passport/compliance";
import type { SentCopy } from "../transfers/index.ts";
import { countedOf, type Ending, type Judged } from "./candidates.model.ts";

/** Why a requirement is not met, said to the agency about what was sent to it. */
const pieces: Readonly<Record<string, string>> = {
  missing: "Not sent",
  "awaiting-date": "The date was not sent",
  "not-yet-valid": "It starts later",
  expired: "It ran out",
  "too-old": "It is older than you ask for",
  "wrong-level": "Another level is asked for",
  "wrong-workforce": "It does not cover everyone they would treat",
  "value-not-met": "Something on it does not match what you ask for, or was not sent",
  "not-identity-verified-sample": "It does not show that the person's identity was checked",
  "document-used-twice": "One paper cannot do both jobs",
};

/** @param sentBack for its requirement a copy was sent that this agency sent back: that is why nothing is there. */
export function pieceWords(piece: Missing, sentBack: boolean): string {
  if ("fact" in piece) {
    const asked = starterFact(piece.fact)?.ask;
    return `Cannot tell from what was sent${asked === undefined ? "" : `. The question is: ${asked}`}`;
  }
  if (piece.reason === "gap" && "from" in piece)
    return `The time from ${dayInWords(piece.from)} to ${dayInWords(piece.to)} is not covered`;
  const back = sentBack && piece.reason === "missing";
  const words = back ? "You sent it back" : (pieces[piece.reason] ?? sameOrDifferent(piece.reason));
  if (!("need" in piece) || (piece.need ?? 1) === 1 || piece.reason.startsWith("same-")) return words;
  const count = `${piece.have ?? 0} of ${piece.need}`;
  return piece.reason === "missing" && !back ? `${count} sent` : `${words}. ${count} will do`;
}

function sameOrDifferent(reason: string): string {
  return reason.startsWith("same-")
    ? "These count as one because they come from the same place"
    : "The two papers do not belong together";
}

/** The state of a copy by the details sent with it. */
export function copyWords(copy: SentCopy, validity: Validity | undefined): Pick<StatusWords, "word" | "line"> {
  if (copy.sentBack) return { word: "Sent back", line: "Your agency sent this back, so it is not counted" };
  const type = documentType(copy.type);
  if (!type || !validity) return { word: "No end date", line: "Does not run out" };
  if (validity.status === "awaiting-date") return { word: "Date needed", line: "The date was not sent" };
  return statusWords(type, { id: copy.id, type: copy.type, details: copy.details }, validity);
}

const named = 3;

/** "Hepatitis B, MMR and 2 more". */
function list(titles: readonly string[]): string {
  const shown = titles.slice(0, titles.length === named + 1 ? named + 1 : named);
  const more = titles.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** "28 of 31; Hepatitis B not sent; Basic life support ends 12 March 2027" */
export function summaryOf({ readiness, notSent, sentBack }: Judged, endings: readonly Ending[]): string {
  const { asked, held } = readiness;
  const requirements = countedOf(readiness);
  const missing = requirements.filter(({ id }) => notSent.has(id));
  const returned = requirements.filter(({ id }) => sentBack.has(id));
  const unfit = requirements.filter(({ id, state }) => state === "not-held" && !notSent.has(id) && !sentBack.has(id));
  const open = requirements.filter((one) => one.state === "cannot-tell");
  const breaking = endings.filter((ending) => ending.breaks.length > 0);
  const [first] = breaking;
  const ending = breaking.filter(({ on }) => on === first?.on).flatMap(({ breaks }) => breaks);
  const titles = (some: readonly RequirementReadiness[]) => list(some.map(({ title }) => title));
  return [
    `${held} of ${asked}`,
    ...(missing.length > 0 ? [`${titles(missing)} not sent`] : []),
    ...(returned.length > 0 ? [`${titles(returned)} sent back`] : []),
    ...(unfit.length > 0 ? [`${titles(unfit)} sent, but not as asked for`] : []),
    ...(open.length > 0 ? [`cannot tell about ${titles(open)}`] : []),
    ...(first ? [`${list(ending)} ${ending.length === 1 ? "ends" : "end"} ${dayInWords(first.on)}`] : []),
  ].join("; ");
}
