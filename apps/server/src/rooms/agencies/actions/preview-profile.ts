import {
  documentStates,
  documentType,
  type Profession,
  type Profile,
  type SpecimenPerson,
  specimenPerson,
  statusWords,
} from "@locum-passport/compliance";
import type { ProfilePreview } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, todayOf } from "../../../context.ts";
import { presentReadiness } from "../../compliance/index.ts";
import { myAgency } from "../agencies.actor.ts";
import { readProfile } from "../agency-profile.model.ts";
import { refuseTooLong } from "./agency-profile.ts";

/** What a profile would say of somebody who does not exist. Nothing is saved; every fault is named. */
export async function previewProfile(
  ctx: Context,
  text: Readonly<Record<string, unknown>>,
): Promise<z.output<typeof ProfilePreview>> {
  const { id: agencyId } = myAgency(ctx);
  refuseTooLong(text);
  const on = todayOf(ctx);
  const { profile, faults } = readProfile(text, { agencyId, version: 1, on });
  const person = invented(profile?.appliesTo.roles[0] ?? "doctor", on);
  return {
    errors: [...faults],
    readiness: profile && readinessOn(profile, person, on),
    person: { name: person.name, holds: holds(person, on) },
  };
}

function readinessOn(profile: Profile, { held, facts }: SpecimenPerson, on: string) {
  const ref = { id: profile.id, name: profile.name, version: profile.version, starter: false };
  const judged = { ref, profile, requirements: profile.requirements };
  return presentReadiness({ judged, name: profile.name, myAgencyId: null, held, facts, on });
}

/** Working one out takes a while, and an author asks again with every change. */
const kept = new Map<string, SpecimenPerson>();
const mostKept = 20;

function invented(role: Profession, on: string): SpecimenPerson {
  const key = `${role} ${on}`;
  const known = kept.get(key);
  if (known) return known;
  const person = specimenPerson(role, on);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, person);
  return person;
}

function holds({ held }: SpecimenPerson, on: string): string[] {
  const states = documentStates(held, on);
  return held.flatMap((paper) => {
    const [type, state] = [documentType(paper.type), states.get(paper.id)];
    if (!type || !state) return [];
    const { word, line } = statusWords(type, paper, state);
    return [`${type.name}: ${word}. ${line}`];
  });
}
