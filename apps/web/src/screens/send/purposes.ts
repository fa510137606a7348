import type { Transfer } from "../../api/types.ts";

type Purpose = Transfer["purpose"];

export const purposeChoices: { value: Purpose; label: string }[] = [
  { value: "join-agency", label: "To register with them" },
  { value: "placement", label: "For work they offer me" },
  { value: "renewal", label: "To renew papers that ran out" },
  { value: "first-look", label: "For a first look, before I decide" },
  { value: "other", label: "Something else" },
];

export const isPurpose = (value: string): value is Purpose => purposeChoices.some((choice) => choice.value === value);

/** Why the copies were sent, as a phrase after the agency's name is known: "To register with Acme". */
export function purposeInWords(purpose: Purpose, purposeText: string | null, agency: string): string {
  switch (purpose) {
    case "join-agency":
      return `To register with ${agency}`;
    case "placement":
      return `For work that ${agency} offers`;
    case "renewal":
      return "To renew papers that ran out";
    case "first-look":
      return "For a first look, before anything is decided";
    case "other":
      return purposeText || "Another reason";
  }
}

export const onwardInWords = (onward: Transfer["onward"]) =>
  onward === "none" ? "Nobody else" : "Hospitals where it offers work, and its auditors";
