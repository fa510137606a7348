/** Colour only for what needs doing; the word says it first. */
export function copyLook(state: string): "soon" | "problem" | "fact" | undefined {
  if (state === "Out of date" || state === "Sent back") return "problem";
  if (state === "Ends soon" || state === "Look-up due" || state === "Time to update") return "soon";
  return state === "Starts later" ? "fact" : undefined;
}
