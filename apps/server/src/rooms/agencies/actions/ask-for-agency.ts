import type { Agency, AskForAgency } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { currentTerms, personName, tidyName } from "../../accounts/index.ts";
import { append, createChain } from "../../audit/index.ts";
import { presentAgency } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";
import * as members from "../members.store.ts";

/** Asks for a new agency. It waits, and can receive nothing, until staff approve it; whoever asks is its first owner. */
export async function askForAgency(
  ctx: Context,
  input: z.output<typeof AskForAgency>,
): Promise<z.output<typeof Agency>> {
  const personId = own(ctx);
  const terms = (await currentTerms(ctx)).agencyTerms;
  if (input.acceptedTerms?.agencyTerms !== terms.version) {
    refuse("terms-not-accepted", {
      detail: `Read the agency terms and accept version ${terms.version}.`,
      errors: [{ field: "acceptedTerms.agencyTerms", message: `Accept version ${terms.version}` }],
    });
  }
  const name = tidyName(input.name);
  if (name.length < 2) refuse("bad-input", { errors: [{ field: "name", message: "Enter the agency's name" }] });
  return ctx.transaction(async (tx) => {
    if (await members.memberAgency(tx, personId)) refuse("already-a-member");
    const id = ctx.newId();
    const now = ctx.now();
    await createChain(ctx, tx, { id, kind: "agency" });
    await store.insertAgency(tx, {
      id,
      name,
      company_number: input.companyNumber,
      email: input.email,
      website: input.website,
      state: "waiting",
      asked_by: personId,
      asked_at: now,
    });
    await store.setTerms(tx, { id, version: terms.version, at: now, by: personId });
    await members.insertMember(tx, { agencyId: id, personId, role: "owner", at: now });
    const by = await personName(ctx, tx, personId);
    const object = { kind: "agency", id };
    await append(ctx, tx, [
      { accountId: personId, act: "agency-asked", object, label: { agency: name } },
      { accountId: id, act: "agency-asked", object, label: { agency: name, person: by } },
      {
        accountId: id,
        act: "agency-terms-accepted",
        object,
        label: { agency: name, by, version: terms.version },
      },
    ]);
    const row = await store.readAgency(tx, id);
    if (!row) throw new Error("The agency just written is not there");
    return presentAgency(row);
  });
}
