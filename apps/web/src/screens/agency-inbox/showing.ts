/** Which received transfers the inbox shows; also its address. */
export const receivedShowings = [
  { value: "all", text: "Everything" },
  { value: "new", text: "New" },
  { value: "opened", text: "Opened" },
  { value: "sent-back", text: "Sent back" },
  { value: "ending", text: "Ending" },
] as const;
export type ReceivedShowing = (typeof receivedShowings)[number]["value"];
export const receivedShowingFrom = (value: unknown) => receivedShowings.find((each) => each.value === value)?.value;
