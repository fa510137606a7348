/** Kept apart from the schemas, so that the browser loads these words and numbers without zod. */

export const mostPackPapers = 500;

/** The PDF and the ZIP of the e-mail size stay below this, where pages that can still be read allow it. */
export const emailPackBytes = 10_000_000;

/** The words beside each tick of a pack. Screens show exactly these. */
export const packTicks = {
  general: "I have looked at what goes in, and I will send it only to people I trust with it.",
  health: "Put in my health papers. They are about my body, and whoever gets the file can read them.",
  criminalRecord:
    "Put in my criminal-record papers. Whoever gets the file can read them, and should not keep them for more than six months.",
  financial: "Put in my bank and tax papers. Whoever gets the file can read the numbers on them.",
} as const;
