import {
  AgencyProfile,
  AgencyProfileVersion,
  PreviewProfile,
  ProfilePreview,
  SaveAgencyProfile,
} from "@locum-passport/contract";
import { z } from "zod";
import { type Route, route } from "../../http/route.ts";
import { readAgencyProfile, readProfileVersion, saveAgencyProfile } from "./actions/agency-profile.ts";
import { previewProfile } from "./actions/preview-profile.ts";

const tag = "Agency";
const VersionNumber = z.coerce.number().int().min(1).max(1_000_000_000);

/** What an agency asks for. Every member reads it; an owner saves it. */
export const agencyProfileRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/agency/profile",
    action: "agency.read",
    summary: "What my agency asks for, with every version's date, author and reason",
    tag,
    answers: { 200: AgencyProfile },
    run: (ctx) => readAgencyProfile(ctx),
  }),
  route({
    method: "PUT",
    path: "/api/agency/profile",
    action: "agency.manage",
    summary: "Save a new version of what my agency asks for, as an owner, with the reason that locums read",
    tag,
    body: SaveAgencyProfile,
    answers: { 200: AgencyProfile },
    run: (ctx, { body }) => saveAgencyProfile(ctx, body),
  }),
  route({
    method: "GET",
    path: "/api/agency/profile/versions/:v",
    action: "agency.read",
    summary: "One version, as it was saved",
    tag,
    params: z.object({ v: VersionNumber }),
    answers: { 200: AgencyProfileVersion },
    run: (ctx, { params }) => readProfileVersion(ctx, params.v),
  }),
  route({
    method: "POST",
    path: "/api/agency/profile/preview",
    action: "agency.read",
    summary: "Try a profile on an invented person; nothing is saved, and every fault is named",
    tag,
    body: PreviewProfile,
    answers: { 200: ProfilePreview },
    run: (ctx, { body }) => previewProfile(ctx, body.profile),
  }),
];
