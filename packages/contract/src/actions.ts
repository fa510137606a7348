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
  "compliance.read-own",
  "compliance.change-own",
  "packs.read-own",
  "packs.make-own",
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
  "agency.read-candidates",
  "agency.see-original",
  "staff.read-uploads",
  "staff.read-agencies",
  "staff.decide-agencies",
  "staff.read-jobs",
  "staff.retry-jobs",
] as const;
export type Action = (typeof actions)[number];
