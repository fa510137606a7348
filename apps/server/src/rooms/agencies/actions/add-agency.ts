import type { Context } from "../../../context.ts";
import { currentTerms, tidyName } from "../../accounts/index.ts";
import { append, createChain } from "../../audit/index.ts";
import * as store from "../agencies.store.ts";
import { makeInvitation } from "./invitations.ts";

interface NewAgency {
  name: string;
  ownerEmail: string;
  mayHoldCriminalRecords: boolean;
}

/**
 * The operator's short way: an approved agency whose owner is whoever confirms that address. By adding it the operator
 * states that the agency has agreed to the current agency terms outside the service; the log says whose word that is.
 */
export async function addAgency(ctx: Context, input: NewAgency): Promise<{ id: string }> {
  const name = tidyName(input.name);
  const { version } = (await currentTerms(ctx)).agencyTerms;
  return ctx.house(async (tx) => {
    const id = ctx.newId();
    await createChain(ctx, tx, { id, kind: "agency" });
    await store.insertAgency(tx, {
      id,
      name,
      company_number: null,
      email: input.ownerEmail,
      website: null,
      state: "approved",
      asked_by: null,
      asked_at: ctx.now(),
      may_hold_criminal_records: input.mayHoldCriminalRecords,
      evidence: "Added by the operator on the command line",
    });
    await store.setTerms(tx, { id, version, at: ctx.now(), by: "operator" });
    await makeInvitation(ctx, tx, { agencyId: id, email: input.ownerEmail, role: "owner", askedBy: null });
    const object = { kind: "agency", id };
    const label = { agency: name, mayHold: input.mayHoldCriminalRecords };
    await append(
      ctx,
      tx,
      ["service", id].map((accountId) => ({ accountId, act: "agency-approved" as const, object, label })),
    );
    return { id };
  });
}
