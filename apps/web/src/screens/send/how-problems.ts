import type { FieldProblem } from "../../api/problem.ts";
import type { Document } from "../../api/types.ts";
import { list } from "../../design/words.ts";
import type { Draft } from "./draft.ts";
import { lastDayOf } from "./last-day.ts";
import { hasPictures } from "./picked.ts";
import { isPurpose } from "./purposes.ts";

/** What is still to be said before the check, each beside its field. */
export function howProblems(draft: Draft, going: Document[], today: string): FieldProblem[] {
  const errors: FieldProblem[] = [];
  if (!isPurpose(draft.purpose)) errors.push({ field: "purpose", message: "Choose why you are sending them" });
  if (draft.purpose === "other" && !draft.purposeText.trim()) {
    errors.push({ field: "purposeText", message: "Enter what the copies are for" });
  }
  const last = lastDayOf(draft.until, draft.day, today);
  if ("wrong" in last) errors.push({ field: draft.until === "day" ? "endsOn" : "until", message: last.wrong });
  if (draft.mayDownload !== "yes" && draft.mayDownload !== "no") {
    errors.push({ field: "mayDownload", message: "Choose what they may do with the copies" });
  }
  const without = going.filter((paper) => !hasPictures(paper)).map(({ title }) => title);
  if (draft.mayDownload === "no" && without.length > 0) {
    errors.push({
      field: "mayDownload",
      message: `${list(without)} ${without.length === 1 ? "has" : "have"} no page pictures, so looking only will not work. Allow downloads, or go back and untick ${without.length === 1 ? "it" : "them"}`,
    });
  }
  return errors;
}
