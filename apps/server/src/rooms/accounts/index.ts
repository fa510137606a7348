export { accountJobs, accountSchedules } from "./accounts.jobs.ts";
export type { MailName } from "./accounts.mails.ts";
export type { ConsentKind } from "./accounts.tables.ts";
export { actorFor } from "./actions/actor.ts";
export { addStaff } from "./actions/add-staff.ts";
export { consentsOf, type GivenConsent, withdrawConsent } from "./actions/consents.ts";
export { countCost } from "./actions/guessing.ts";
export { mailAddress, mailPerson } from "./actions/mail-people.ts";
export {
  emailOf,
  endSessions,
  hasSecondFactor,
  personName,
  sendingPerson,
} from "./actions/people.ts";
export { profileOf, setProfession } from "./actions/profile.ts";
export { currentTerms } from "./actions/terms.ts";
export { tidyName } from "./names.model.ts";
export { whenSignedIn } from "./signed-in.ts";
