import { documentType } from "../catalogue/document-types.ts";
import { starterFact } from "../profiles/starters.ts";
import type { Missing } from "../requirements/missing.ts";
import { dayInWords } from "./status-words.ts";

const sentences: Readonly<Record<string, string>> = {
  missing: "You have not added this",
  "awaiting-date": "A date is needed before we can tell",
  "not-yet-valid": "It starts later",
  expired: "It ran out",
  "too-old": "It is older than this agency allows",
  "wrong-level": "Another level is wanted",
  "wrong-workforce": "It does not cover everyone you will treat",
  "value-not-met": "Something on it does not match what is asked",
  "not-identity-verified-sample": "It does not show that your identity was checked",
  "document-used-twice": "One paper cannot do both jobs",
};

/** What a missing piece is called, or null when it is a question or about papers that are held. */
export function missingName(piece: Missing): string | null {
  if (!("type" in piece)) return null;
  const names = [piece.type].flat().map((id) => documentType(id)?.name ?? id);
  return names.length < 3 ? names.join(" or ") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** Why it is missing, as one sentence without a full stop. An open question is asked. */
export function missingWords(piece: Missing): string {
  if ("fact" in piece) return `We cannot tell yet. ${starterFact(piece.fact)?.ask ?? "Answer this question first"}`;
  if (piece.reason === "gap" && "from" in piece)
    return `The time from ${dayInWords(piece.from)} to ${dayInWords(piece.to)} is not covered`;
  const sentence = sentences[piece.reason] ?? sameOrDifferent(piece.reason);
  if (!("need" in piece) || piece.need === undefined || piece.need === 1 || piece.reason.startsWith("same-"))
    return sentence;
  return piece.reason === "missing"
    ? `You have ${piece.have ?? 0} of ${piece.need}`
    : `${sentence}. You have ${piece.have ?? 0} of ${piece.need}`;
}

function sameOrDifferent(reason: string): string {
  return reason.startsWith("same-")
    ? "These count as one because they come from the same place"
    : "The two papers do not belong together";
}
