import {
  AcceptTerms,
  Consent,
  ConsentKind,
  Device,
  Done,
  GiveConsent,
  Me,
  Profile,
  ProfileChange,
  Service,
  TermsAnswer,
} from "@locum-passport/contract";
import { z } from "zod";
import { NoBody, route } from "../../http/route.ts";
import { giveConsent } from "./actions/consents.ts";
import { listDevices, signOutDevice } from "./actions/devices.ts";
import { readMe } from "./actions/me.ts";
import { changeProfile, readProfile } from "./actions/profile.ts";
import { readService } from "./actions/service.ts";
import { acceptTerms, currentTerms } from "./actions/terms.ts";

const read = { action: "account.read-own", tag: "Account" } as const;
const change = { action: "account.change-own", tag: "Account" } as const;

export const meRoutes = [
  route({
    ...read,
    method: "GET",
    path: "/api/me",
    summary: "Who is signed in: account, roles, ways to sign in, accepted terms, consents",
    answers: { 200: Me },
    run: (ctx) => readMe(ctx),
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/me/profile",
    summary: "My details as I typed them",
    answers: { 200: Profile },
    run: (ctx) => readProfile(ctx),
  }),
  route({
    ...change,
    method: "PATCH",
    path: "/api/me/profile",
    summary: "Change my details",
    body: ProfileChange,
    answers: { 200: Profile },
    run: (ctx, { body }) => changeProfile(ctx, body),
  }),
  route({
    ...change,
    method: "PUT",
    path: "/api/me/consents/:kind",
    summary: "Say yes to keeping health or criminal-record papers here",
    params: z.object({ kind: ConsentKind }),
    body: GiveConsent,
    answers: { 200: Consent },
    run: (ctx, { params, body }) => giveConsent(ctx, { kind: params.kind, noticeVersion: body.noticeVersion }),
  }),
  route({
    ...change,
    method: "POST",
    path: "/api/me/terms",
    summary: "Accept the licence and the privacy notice in force",
    body: AcceptTerms,
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await acceptTerms(ctx, body);
      return { success: true };
    },
  }),
  route({
    ...read,
    method: "GET",
    path: "/api/me/devices",
    summary: "Where I am signed in",
    answers: { 200: z.object({ items: z.array(Device) }) },
    run: (ctx) => listDevices(ctx),
  }),
  route({
    ...change,
    method: "DELETE",
    path: "/api/me/devices/:id",
    summary: "Sign out one device",
    params: z.object({ id: z.string().max(64) }),
    answers: { 204: NoBody },
    run: (ctx, { params }) => signOutDevice(ctx, params.id),
  }),
  route({
    action: "public.read",
    tag: "Public",
    method: "GET",
    path: "/api/terms",
    summary: "The texts in force",
    answers: { 200: TermsAnswer },
    run: async (ctx) => currentTerms(ctx),
  }),
  route({
    action: "public.read",
    tag: "Public",
    method: "GET",
    path: "/api/service",
    summary: "Who runs this service, and where it keeps data",
    answers: { 200: Service },
    run: async (ctx) => readService(ctx),
  }),
];
