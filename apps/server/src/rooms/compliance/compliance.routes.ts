import {
  AddMyAgency,
  BookExpiry,
  ChangeMyAgency,
  ChangeWork,
  Day,
  Expiry,
  Id,
  MyAgency,
  ProfileItem,
  Question,
  Readiness,
  Requirements,
  SeenChanges,
  Work,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, NoBody, type Route, route } from "../../http/route.ts";
import { bookExpiry, endSnooze, listExpiries, snoozeExpiry } from "./actions/expiries.ts";
import { inviteAgency } from "./actions/invite-agency.ts";
import {
  addMyAgency,
  changeMyAgency,
  listMyAgencies,
  removeMyAgency,
  seeProfileChanges,
} from "./actions/my-agencies.ts";
import { listProfiles, readRequirements } from "./actions/profiles.ts";
import { readReadiness } from "./actions/readiness.ts";
import { changeWork, listQuestions, readWork } from "./actions/work.ts";

const read = { action: "compliance.read-own", tag: "Readiness" } as const;
const change = { action: "compliance.change-own", tag: "Readiness" } as const;
const ById = z.object({ id: Id });
const ByDocument = z.object({ documentId: Id });
const ProfileId = z.string().min(1).max(100);

export const complianceRoutes: readonly Route[] = [
  route({
    ...read,
    method: "GET",
    path: "/api/questions",
    summary: "The questions whose answers decide which requirements apply",
    answers: { 200: z.object({ items: z.array(Question) }) },
    run: async () => listQuestions(),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/me/work",
    summary: "What I do and where, and what else I answered",
    answers: { 200: Work },
    run: (ctx) => readWork(ctx),
  }),
  route({
    ...change,
    method: "PATCH",
    path: "/api/me/work",
    summary: "Answer questions, or take answers back; `setUp` says that the four first ones are done",
    body: ChangeWork,
    answers: { 200: Work },
    run: (ctx, { body }) => changeWork(ctx, body),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/profiles",
    summary: "What kinds of hirers and single agencies ask for: starter profiles, and those that agencies wrote",
    answers: { 200: z.object({ items: z.array(ProfileItem) }) },
    run: (ctx) => listProfiles(ctx),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/requirements",
    summary: "What one profile asks for, carried to where I work, with the source of each rule",
    query: z.object({ profile: ProfileId }),
    answers: { 200: Requirements },
    run: (ctx, { query }) => readRequirements(ctx, query.profile),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/readiness",
    summary: "How far I am with what each of my agencies asks for, on a day; or with one profile",
    query: z.object({ on: Day.optional(), profile: ProfileId.optional() }),
    answers: { 200: Readiness },
    run: (ctx, { query }) => readReadiness(ctx, query),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/expiries",
    summary: "My papers that stop counting, by the last good day, with who asks for each",
    answers: { 200: z.object({ items: z.array(Expiry) }) },
    run: (ctx) => listExpiries(ctx),
  }),
  route({
    ...change,
    method: "PUT",
    path: "/api/expiries/:documentId/booking",
    summary: "I have booked it: silent until the day after",
    params: ByDocument,
    body: BookExpiry,
    answers: { 200: Expiry },
    run: (ctx, { params, body }) => bookExpiry(ctx, params.documentId, body.on),
  }),
  route({
    ...change,
    method: "PUT",
    path: "/api/expiries/:documentId/snooze",
    summary: "Put reminders off for fourteen days, never past seven days before the end",
    params: ByDocument,
    answers: { 200: Expiry },
    run: (ctx, { params }) => snoozeExpiry(ctx, params.documentId),
  }),
  route({
    ...change,
    method: "DELETE",
    path: "/api/expiries/:documentId/snooze",
    summary: "Remind me again",
    params: ByDocument,
    answers: { 200: Expiry },
    run: (ctx, { params }) => endSnooze(ctx, params.documentId),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/my-agencies",
    summary: "The agencies I use, here or not, and what changed in what they ask for",
    answers: { 200: z.object({ items: z.array(MyAgency) }) },
    run: (ctx) => listMyAgencies(ctx),
  }),
  route({
    ...change,
    method: "POST",
    path: "/api/my-agencies",
    summary: "Add an agency I use: one that is here, or a private entry",
    body: AddMyAgency,
    answers: { 201: MyAgency },
    run: (ctx, { body }) => addMyAgency(ctx, body),
  }),
  route({
    ...change,
    method: "PATCH",
    path: "/api/my-agencies/:id",
    summary: "Change a private entry, or say which agency it is",
    params: ById,
    body: ChangeMyAgency,
    answers: { 200: MyAgency },
    run: (ctx, { params, body }) => changeMyAgency(ctx, params.id, body),
  }),
  route({
    ...change,
    method: "DELETE",
    path: "/api/my-agencies/:id",
    summary: "Take an agency off my list; transfers to it go on",
    params: ById,
    answers: { 204: NoBody },
    run: async (ctx, { params }) => {
      await removeMyAgency(ctx, params.id);
      return answer({ status: 204 });
    },
  }),
  route({
    ...change,
    method: "POST",
    path: "/api/my-agencies/:id/invite",
    summary: "Ask an agency that is not here to join; the mail names nobody",
    params: ById,
    answers: { 200: MyAgency },
    run: (ctx, { params }) => inviteAgency(ctx, params.id),
  }),
  route({
    ...change,
    method: "POST",
    path: "/api/my-agencies/:id/changes-seen",
    summary: "I have read what changed in what it asks for, up to the version named",
    params: ById,
    body: SeenChanges,
    answers: { 200: MyAgency },
    run: (ctx, { params, body }) => seeProfileChanges(ctx, params.id, body),
  }),
];
