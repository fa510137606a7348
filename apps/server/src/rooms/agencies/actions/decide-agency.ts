import type { Act } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { mailPerson } from "../../accounts/index.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { type AgencyRow, type Decision, decide } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";

export type AgencyDecision =
  | { decision: "approve"; agencyId: string; evidence: string; mayHoldCriminalRecords: boolean }
  | { decision: "refuse" | "suspend"; agencyId: string; reason: string }
  | { decision: "resume"; agencyId: string };

const actOf: Record<Decision, Act> = {
  approve: "agency-approved",
  refuse: "agency-refused",
  suspend: "agency-suspended",
  resume: "agency-resumed",
};

/**
 * What staff, or the operator on the command line, decide of an agency. Suspending ends every opening at once: running
 * streams are cut, and each locum with a transfer that runs is told. Nothing of theirs is deleted by it.
 */
export async function decideAgency(ctx: Context, input: AgencyDecision): Promise<AgencyRow> {
  return ctx.house(async (tx) => {
    const agency = await store.lockAgency(tx, input.agencyId);
    if (!agency) refuse("not-found");
    const state = decide(input.decision, agency.state);
    if (state === null) refuse("already-decided", { detail: `This agency is ${agency.state}. Load the page again.` });

    const reason = "reason" in input ? input.reason : null;
    const by = ctx.actor.personId ?? ctx.actor.kind;
    await store.setState(tx, { id: agency.id, state, by, at: ctx.now(), reason });
    if (input.decision === "approve") {
      await store.setApproval(tx, { id: agency.id, evidence: input.evidence, mayHold: input.mayHoldCriminalRecords });
    }
    await tell(ctx, tx, agency, input);
    return (await store.readAgency(tx, agency.id)) ?? refuse("not-found");
  });
}

async function tell(ctx: Context, tx: Tx, agency: AgencyRow, input: AgencyDecision): Promise<void> {
  const concernsLocums = input.decision === "suspend" || input.decision === "resume";
  const locums = concernsLocums ? await store.locumsConcerned(tx, agency.id) : [];
  if (input.decision === "suspend") {
    await store.announceEnd(tx, agency.id);
    for (const locum of locums) await mailPerson(ctx, tx, locum, "agency-suspended");
  }
  if (agency.asked_by !== null && (input.decision === "approve" || input.decision === "refuse")) {
    await mailPerson(ctx, tx, agency.asked_by, input.decision === "approve" ? "agency-approved" : "agency-refused");
  }
  const readers = new Set([
    agency.id,
    ...locums,
    ...staffChain(ctx),
    ...(agency.asked_by === null ? [] : [agency.asked_by]),
  ]);
  await append(
    ctx,
    tx,
    [...readers].map((accountId) => entryFor(accountId, agency, input)),
  );
}

/** Staff keep a chain of their own; the operator's acts stand in the service's. */
const staffChain = (ctx: Context): string[] => [ctx.actor.personId ?? "service"];

function entryFor(accountId: string, agency: AgencyRow, input: AgencyDecision): NewEntry {
  return {
    accountId,
    act: actOf[input.decision],
    object: { kind: "agency", id: agency.id },
    purpose: "run-the-account",
    label: {
      agency: agency.name,
      ...("reason" in input ? { reason: input.reason } : {}),
      ...(input.decision === "approve" ? { mayHold: input.mayHoldCriminalRecords } : {}),
    },
  };
}
