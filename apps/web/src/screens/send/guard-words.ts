import { transferTicks } from "@locum-passport/contract/transfer-ticks";
import type { Document } from "../../api/types.ts";
import { count } from "../../design/words.ts";
import type { Guarded } from "./picked.ts";

export const guardNames: Record<Guarded, string> = {
  health: "Health and immunity",
  "criminal-record": "Criminal record",
  financial: "Pay",
};

/** The words of a guarded kind's own line. For health and criminal record they are those the receipt repeats. */
export function guardWords(guard: Guarded, papers: Document[], agency: string): { label: string; hint: string } {
  const many = count(papers.length, "paper");
  switch (guard) {
    case "health":
      return { label: transferTicks.health, hint: `${many}. They show blood tests and vaccines.` };
    case "criminal-record":
      return {
        label: transferTicks.criminalRecord,
        hint: `${many}. ${agency} should not keep ${papers.length === 1 ? "it" : "them"} longer than six months after deciding.`,
      };
    case "financial":
      return papers.every(({ type }) => type === "bank-details")
        ? { label: "Include my bank details.", hint: "An agency needs them once it pays you, not before." }
        : {
            label: `Include my pay papers (${papers.length}).`,
            hint: "An agency needs them once it pays you, not before.",
          };
  }
}
