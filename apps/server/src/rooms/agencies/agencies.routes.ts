import {
  AcceptAgencyTerms,
  AcceptInvitation,
  Agency,
  AgencyListItem,
  AgencyState,
  ApproveAgency,
  AskForAgency,
  GiveReason,
  Id,
  Invitation,
  Invite,
  Member,
  PageQuery,
  page,
  StaffAgency,
  TimelineEntry,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, NoBody, type Route, route } from "../../http/route.ts";
import { listTimeline } from "../audit/index.ts";
import { acceptAgencyTerms } from "./actions/accept-agency-terms.ts";
import { askForAgency } from "./actions/ask-for-agency.ts";
import { decideAgency } from "./actions/decide-agency.ts";
import { acceptInvitation, invite, listInvitations, withdrawInvitation } from "./actions/invitations.ts";
import { listAgenciesForStaff, listReceivers, presentForStaff, readMyAgency } from "./actions/list-agencies.ts";
import { changeRole, listMembers, removeMember } from "./actions/members.ts";
import { myAgency } from "./agencies.actor.ts";

const ById = z.object({ id: Id });
const done = answer({ status: 204 });

export const agencyRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/agencies",
    action: "agencies.list",
    summary: "Agencies that can receive, by name",
    tag: "Agencies",
    query: PageQuery.extend({ query: z.string().max(200).optional() }),
    answers: { 200: page(AgencyListItem) },
    run: (ctx, { query }) => listReceivers(ctx, query),
  }),
  route({
    method: "POST",
    path: "/api/agencies",
    action: "agencies.ask",
    summary: "Ask for a new agency; it waits until staff approve it",
    tag: "Agencies",
    body: AskForAgency,
    answers: { 201: Agency },
    run: (ctx, { body }) => askForAgency(ctx, body),
  }),
  route({
    method: "GET",
    path: "/api/agency",
    action: "agency.read",
    summary: "My agency",
    tag: "Agency",
    answers: { 200: Agency },
    run: (ctx) => readMyAgency(ctx),
  }),
  route({
    method: "PUT",
    path: "/api/agency/terms",
    action: "agency.accept-terms",
    summary: "Accept the current agency terms, as an owner",
    tag: "Agency",
    body: AcceptAgencyTerms,
    answers: { 200: Agency },
    run: (ctx, { body }) => acceptAgencyTerms(ctx, body.agencyTerms),
  }),
  route({
    method: "GET",
    path: "/api/agency/timeline",
    action: "agency.read-transfers",
    summary: "The agency's timeline, newest first",
    tag: "Agency",
    query: PageQuery.extend({ object: Id.optional() }),
    answers: { 200: page(TimelineEntry) },
    run: (ctx, { query }) => listTimeline(ctx, { accountId: myAgency(ctx).id, ...query, cursor: query.cursor }),
  }),
  route({
    method: "GET",
    path: "/api/agency/members",
    action: "agency.manage",
    summary: "Members of my agency",
    tag: "Agency",
    answers: { 200: z.object({ items: z.array(Member) }) },
    run: (ctx) => listMembers(ctx),
  }),
  route({
    method: "POST",
    path: "/api/agency/members/:id/role",
    action: "agency.manage",
    summary: "Make a member an owner, or an owner a member",
    tag: "Agency",
    params: ById,
    body: z.object({ role: z.enum(["owner", "member"]) }),
    answers: { 204: NoBody },
    run: async (ctx, { params, body }) => {
      await changeRole(ctx, params.id, body.role);
      return done;
    },
  }),
  route({
    method: "DELETE",
    path: "/api/agency/members/:id",
    action: "agency.manage",
    summary: "Remove a member; their sessions end before the answer",
    tag: "Agency",
    params: ById,
    answers: { 204: NoBody },
    run: async (ctx, { params }) => {
      await removeMember(ctx, params.id);
      return done;
    },
  }),
  route({
    method: "GET",
    path: "/api/agency/invitations",
    action: "agency.manage",
    summary: "Invitations that wait",
    tag: "Agency",
    answers: { 200: z.object({ items: z.array(Invitation) }) },
    run: (ctx) => listInvitations(ctx),
  }),
  route({
    method: "POST",
    path: "/api/agency/invitations",
    action: "agency.manage",
    summary: "Invite somebody to my agency, as an owner",
    tag: "Agency",
    body: Invite,
    answers: { 201: Invitation },
    run: (ctx, { body }) => invite(ctx, body),
  }),
  route({
    method: "DELETE",
    path: "/api/agency/invitations/:id",
    action: "agency.manage",
    summary: "Withdraw an invitation",
    tag: "Agency",
    params: ById,
    answers: { 204: NoBody },
    run: async (ctx, { params }) => {
      await withdrawInvitation(ctx, params.id);
      return done;
    },
  }),
  route({
    method: "POST",
    path: "/api/invitations/accept",
    action: "agencies.ask",
    summary: "Join the agency of an invitation link",
    tag: "Agency",
    body: AcceptInvitation,
    answers: { 200: z.object({ agencyId: Id }) },
    run: (ctx, { body }) => acceptInvitation(ctx, body.token),
  }),
];

const decided = { 200: StaffAgency };

export const staffAgencyRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/staff/agencies",
    action: "staff.read-agencies",
    summary: "Agencies by state, newest first",
    tag: "Staff",
    query: PageQuery.extend({ state: AgencyState.optional() }),
    answers: { 200: page(StaffAgency) },
    run: (ctx, { query }) => listAgenciesForStaff(ctx, query),
  }),
  route({
    method: "POST",
    path: "/api/staff/agencies/:id/approve",
    action: "staff.decide-agencies",
    summary: "Approve an agency, with the evidence",
    tag: "Staff",
    params: ById,
    body: ApproveAgency,
    answers: decided,
    run: async (ctx, { params, body }) =>
      presentForStaff(ctx, await decideAgency(ctx, { decision: "approve", agencyId: params.id, ...body })),
  }),
  ...(["refuse", "suspend"] as const).map((decision) =>
    route({
      method: "POST",
      path: `/api/staff/agencies/:id/${decision}`,
      action: "staff.decide-agencies",
      summary:
        decision === "refuse" ? "Refuse an agency, with the reason" : "Suspend an agency; every opening ends at once",
      tag: "Staff",
      params: ById,
      body: GiveReason,
      answers: decided,
      run: async (ctx, { params, body }) =>
        presentForStaff(ctx, await decideAgency(ctx, { decision, agencyId: params.id, ...body })),
    }),
  ),
  route({
    method: "POST",
    path: "/api/staff/agencies/:id/resume",
    action: "staff.decide-agencies",
    summary: "Let a suspended agency go on",
    tag: "Staff",
    params: ById,
    answers: decided,
    run: async (ctx, { params }) =>
      presentForStaff(ctx, await decideAgency(ctx, { decision: "resume", agencyId: params.id })),
  }),
];
