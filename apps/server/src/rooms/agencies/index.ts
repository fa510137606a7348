export { addAgency } from "./actions/add-agency.ts";
export { decideAgency } from "./actions/decide-agency.ts";
export { claimInvitation } from "./actions/invitations.ts";
export { listAgenciesForStaff } from "./actions/list-agencies.ts";
export { myAgency } from "./agencies.actor.ts";
export type { AgencyRow } from "./agencies.model.ts";
export { readAgency, shareAgency } from "./agencies.store.ts";
export { membersOf } from "./members.store.ts";
