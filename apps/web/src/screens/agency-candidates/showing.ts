/** Which candidates are shown; also the list's address. */
export const candidateShowings = [
  { value: "all", text: "Everyone" },
  { value: "missing", text: "Something missing or unclear" },
  { value: "ending", text: "Something ends soon" },
  { value: "met", text: "All met" },
] as const;
export type CandidateShowing = (typeof candidateShowings)[number]["value"];
export const candidateShowingFrom = (value: unknown) => candidateShowings.find((each) => each.value === value)?.value;
