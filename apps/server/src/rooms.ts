import type { ResolveActor } from "./http/app.ts";
import type { Route } from "./http/route.ts";
import type { JobTable, Schedule } from "./platform/jobs/jobs.ts";
import type { Ports } from "./ports.ts";
import { accountRoutes } from "./rooms/accounts/accounts.routes.ts";
import { accountJobs, accountSchedules, actorFor, whenSignedIn } from "./rooms/accounts/index.ts";
import { agencyRoutes, staffAgencyRoutes } from "./rooms/agencies/agencies.routes.ts";
import { agencyProfileRoutes } from "./rooms/agencies/agency-profile.routes.ts";
import { claimInvitation } from "./rooms/agencies/index.ts";
import { auditRoutes } from "./rooms/audit/audit.routes.ts";
import { candidateRoutes } from "./rooms/candidates/candidates.routes.ts";
import { complianceRoutes } from "./rooms/compliance/compliance.routes.ts";
import { documentRoutes } from "./rooms/documents/documents.routes.ts";
import { documentJobs, documentSchedules, whenDestroying } from "./rooms/documents/index.ts";
import { noticeJobs, noticeSchedules } from "./rooms/notices/index.ts";
import { noticeRoutes } from "./rooms/notices/notices.routes.ts";
import { endPacksHolding, packJobs, packSchedules } from "./rooms/packs/index.ts";
import { packRoutes } from "./rooms/packs/packs.routes.ts";
import { draftRoutes } from "./rooms/transfers/drafts.routes.ts";
import { transferJobs, transferSchedules } from "./rooms/transfers/index.ts";
import { receivedRoutes } from "./rooms/transfers/received.routes.ts";
import { transferRoutes } from "./rooms/transfers/transfers.routes.ts";

/** Every room's tables, left to right. */
export const routes: readonly Route[] = [
  ...auditRoutes,
  ...accountRoutes,
  ...documentRoutes,
  ...complianceRoutes,
  ...agencyRoutes,
  ...agencyProfileRoutes,
  ...staffAgencyRoutes,
  ...transferRoutes,
  ...draftRoutes,
  ...receivedRoutes,
  ...candidateRoutes,
  ...packRoutes,
  ...noticeRoutes,
];
export const jobs: JobTable = { ...accountJobs, ...documentJobs, ...transferJobs, ...packJobs, ...noticeJobs };
export const schedules: readonly Schedule[] = [
  ...accountSchedules,
  ...documentSchedules,
  ...transferSchedules,
  ...packSchedules,
  ...noticeSchedules,
];

// An invited address belongs to the agency from the first confirmed sign-in; agencies are to the right of accounts.
whenSignedIn(claimInvitation);
// A paper that is deleted is deleted from packs too; packs are to the right of documents.
whenDestroying(endPacksHolding);

/** Who asks, from the session the request carries. */
export const resolveActor =
  (ports: Ports): ResolveActor =>
  async ({ headers }) =>
    (await actorFor(ports, headers)).actor;
