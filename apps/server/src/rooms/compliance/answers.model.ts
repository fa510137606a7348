import { type Fact, starterFact } from "@locum-passport/compliance";
import type { Answers } from "@locum-passport/contract";

type Answer = string | number | boolean;
export type AnswersChange = Readonly<Record<string, Answer | null | undefined>>;
interface FieldFault {
  field: string;
  message: string;
}

/** Answers as they stand after a change, and every answer that cannot be used. The role is not among them: the profile holds it. */
export function changedAnswers(before: Answers, change: AnswersChange): { after: Answers; faults: FieldFault[] } {
  const after = new Map(Object.entries(before));
  const faults: FieldFault[] = [];
  for (const [id, value] of Object.entries(change)) {
    const message = faultOf(starterFact(id), id, value);
    if (message !== undefined) faults.push({ field: `answers.${id}`, message });
    else if (value === null || value === undefined) after.delete(id);
    else after.set(id, value);
  }
  return { after: Object.fromEntries(after), faults };
}

const mostMonths = 1200;

function faultOf(fact: Fact | undefined, id: string, value: Answer | null | undefined): string | undefined {
  if (!fact) return `There is no question "${id.slice(0, 64)}". GET /api/questions lists them`;
  if (value === null || value === undefined) return undefined;
  if (fact.kind === "boolean") return typeof value === "boolean" ? undefined : "Answer true or false";
  if (fact.kind === "number") {
    const fits = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostMonths;
    return fits ? undefined : "Answer with a whole number, 0 or more";
  }
  const options = fact.options ?? [];
  return typeof value === "string" && options.includes(value) ? undefined : `Answer one of: ${options.join(", ")}`;
}

/** What changed, in words for the timeline: the questions, never the answers. */
export function changedQuestions(before: Answers, after: Answers): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids]
    .filter((id) => before[id] !== after[id])
    .map((id) => questionWords[id] ?? "a question about the work");
}

const questionWords: Readonly<Record<string, string>> = {
  role: "what you do",
  nation: "where the work is",
  worksWith: "whom you treat",
  worksMainlyWithChildren: "whether you mainly treat children",
  grade: "the grade of the post",
  eppRole: "whether you do exposure-prone procedures",
  namesDiffer: "whether names differ on your papers",
  cvHasGaps: "whether your CV has gaps",
  leftCareRole: "whether you left a care post",
  longestStayAbroadMonths: "how long you lived abroad",
  trainedOutsideUk: "where you trained",
  serviceRequested: "which pharmacy service is wanted",
};
