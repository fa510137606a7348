import { nobody } from "./context.ts";
import type { ResolveActor } from "./http/app.ts";
import type { Route } from "./http/route.ts";
import type { JobTable, Schedule } from "./platform/jobs/jobs.ts";
import type { Ports } from "./ports.ts";
import { auditRoutes } from "./rooms/audit/audit.routes.ts";

/** Every room's tables, left to right. */
export const routes: readonly Route[] = [...auditRoutes];
export const jobs: JobTable = {};
export const schedules: readonly Schedule[] = [];

/** Who asks, from the session the request carries. */
export const resolveActor =
  (_ports: Ports): ResolveActor =>
  async () =>
    nobody;
