/** Groups in the order of the catalogue, as headings. */
export const categoryNames: Record<string, string> = {
  identity: "Identity and address",
  "right-to-work": "Right to work",
  registration: "Registration and qualifications",
  "criminal-record": "Criminal record",
  health: "Health and immunity",
  training: "Training",
  history: "Work history and references",
  indemnity: "Indemnity",
  appraisal: "Appraisal and revalidation",
  "performers-list": "Performers list",
  pay: "Pay",
  agency: "Agency forms",
  unsorted: "Not sorted yet",
};

export const categoryOrder = Object.keys(categoryNames);
