/** Kept apart from the schemas, so that the browser loads these words without zod. */

/** The words beside each tick of a sending. Screens show exactly these, and the receipt holds those that were ticked. */
export const transferTicks = {
  general:
    "I have read the transfer notice. Send copies of these papers, with the typed details shown, to this agency for this purpose until the last day shown.",
  health: "Include my health papers. They are about my body, and I explicitly agree that this agency may see them.",
  criminalRecord:
    "Include my criminal-record papers. I agree that this agency may see them for six months at most, and know that it should not keep them longer than it needs.",
} as const;
