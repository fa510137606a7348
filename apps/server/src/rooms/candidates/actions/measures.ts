import { type FactAnswers, type Profile, starterFor } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { myAgency } from "../../agencies/index.ts";
import { latestAgencyProfile } from "../../compliance/index.ts";
import { fitsRole, knownRole, type Measure } from "../candidates.model.ts";

/**
 * By what each sender is measured: the agency's own profile where it is written for their profession (or that is not
 * known), else the starter profile of the profession.
 */
export async function measures(ctx: Context): Promise<(profession: string | null) => Measure> {
  const { id: agencyId } = myAgency(ctx);
  const saved = await ctx.transaction((tx) => latestAgencyProfile(tx, agencyId));
  return (profession) => {
    const facts: FactAnswers = { role: knownRole(profession) };
    if (saved && fitsRole(saved.profile, facts)) {
      const { name, requirements } = saved.profile;
      return { profile: { id: agencyId, name, version: String(saved.version), starter: false }, requirements };
    }
    return starterMeasure(starterFor(facts));
  };
}

const starterMeasure = ({ id, name, version, requirements }: Profile): Measure => ({
  profile: { id, name, version, starter: true },
  requirements,
});
