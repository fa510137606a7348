import type { Agency } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { currentTerms, personName } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { agencyIOwn } from "../agencies.actor.ts";
import { presentAgency } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";

/** An owner accepts the current agency terms for the agency. Without them it cannot receive. */
export async function acceptAgencyTerms(ctx: Context, version: string): Promise<z.output<typeof Agency>> {
  const id = agencyIOwn(ctx);
  const current = (await currentTerms(ctx)).agencyTerms;
  if (version !== current.version) {
    refuse("terms-not-accepted", {
      detail: `Version ${current.version} of the agency terms is the current one. Read and accept that.`,
      errors: [{ field: "agencyTerms", message: `Accept version ${current.version}` }],
    });
  }
  return ctx.transaction(async (tx) => {
    const agency = (await store.lockAgency(tx, id)) ?? refuse("not-found");
    if (agency.terms_version !== version) {
      await store.setTerms(tx, { id, version, at: ctx.now(), by: own(ctx) });
      const by = await personName(ctx, tx, own(ctx));
      const label = { agency: agency.name, by, version };
      await append(ctx, tx, [{ accountId: id, act: "agency-terms-accepted", object: { kind: "agency", id }, label }]);
    }
    return presentAgency((await store.readAgency(tx, id)) ?? agency);
  });
}
