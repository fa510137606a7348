/** The four questions, in their order; also their address. */
export const setUpSteps = ["what", "where", "agencies", "reminders"] as const;
export type SetUpStep = (typeof setUpSteps)[number];
export const setUpStepFrom = (value: unknown) => setUpSteps.find((step) => step === value);
