import type { FactAnswers } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { myAgency, readAgency } from "../../agencies/index.ts";
import { isFor, judgedByAgency, latestAgencyProfile, starterOf } from "../../compliance/index.ts";
import { knownRole, type Measure } from "../candidates.model.ts";

/**
 * By what each sender is measured: the agency's own list where it is written for their profession (or that is not known),
 * else the starter list of the profession.
 */
export async function measures(ctx: Context): Promise<(profession: string | null) => Measure> {
  const { id: agencyId } = myAgency(ctx);
  const own = await ctx.transaction(async (tx) => {
    const saved = await latestAgencyProfile(tx, agencyId);
    return saved && judgedByAgency(saved, (await readAgency(tx, agencyId))?.name ?? saved.profile.name);
  });
  return (profession) => {
    const facts: FactAnswers = { role: knownRole(profession) };
    return own && isFor(own.profile, facts) ? own : starterOf(null, facts);
  };
}
