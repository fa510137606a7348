/** Which papers the Documents screen shows; also its address. */
export const showings = [
  { value: "all", text: "All papers" },
  { value: "unfinished", text: "Need something" },
  { value: "ending", text: "End within 90 days" },
  { value: "out", text: "Copies are out" },
] as const;
export type Showing = (typeof showings)[number]["value"];
export const showingFrom = (value: unknown) => showings.find((showing) => showing.value === value)?.value;
