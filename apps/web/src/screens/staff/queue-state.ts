/** The queue of agencies by state; also its address. */
export const queueStates = [
  { value: "waiting", text: "Waiting" },
  { value: "approved", text: "Approved" },
  { value: "suspended", text: "Suspended" },
  { value: "refused", text: "Refused" },
] as const;
export type QueueState = (typeof queueStates)[number]["value"];
export const queueStateFrom = (value: unknown) => queueStates.find((each) => each.value === value)?.value;
