/** What the Documents screen shows; also its address. */
export const showings = [
  { value: "all", text: "All" },
  { value: "missing", text: "Missing" },
  { value: "unfinished", text: "Need something" },
  { value: "ending", text: "Expires soon" },
  { value: "expired", text: "Expired" },
  { value: "sent-back", text: "Sent back" },
  { value: "out", text: "Copies are out" },
] as const;
export type Showing = (typeof showings)[number]["value"];
export const showingFrom = (value: unknown) => showings.find((showing) => showing.value === value)?.value;
