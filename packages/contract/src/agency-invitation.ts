/** Kept apart from the schemas, so that the browser loads these words without zod. */

/**
 * The mail that asks an agency to join. Whoever presses the button reads exactly this before, and the mail is made of it.
 * It names nobody.
 */
export const agencyInvitation = {
  subject: "Somebody asks your agency to join Locum Passport",
  lines: (home: string): string[] => [
    "A clinician who works through agencies asked us to tell you of Locum Passport. Locums keep their compliance papers",
    "here once, and send copies to the agencies they choose. We do not say who asked, and sent you nothing else.",
    "",
    "Read what it is, and ask for your agency:",
    "",
    home,
    "",
    "We write to an address at most once in 30 days. If this is not for you, do nothing.",
  ],
};
