/**
 * Everything a request can ask for. The one authorisation function decides by these names; a route that names none does
 * not compile, and an action without a rule is refused.
 */
export const actions = [
  "public.read",
  "account.sign-in",
  "account.read-own",
  "account.change-own",
  "documents.read-own",
  "documents.change-own",
  "agencies.list",
  "agencies.ask",
  "transfers.read-own",
  "transfers.change-own",
  "timeline.read-own",
  "agency.read",
  "agency.manage",
  "agency.accept-terms",
  "agency.read-transfers",
  "agency.open-copies",
  "agency.send-back",
  "staff.read-uploads",
  "staff.read-agencies",
  "staff.decide-agencies",
] as const;
export type Action = (typeof actions)[number];
