import { isWanted } from "@locum-passport/compliance";
import type { JudgedRequirement } from "../../api/types.ts";
import { categoryNames, categoryOrder } from "../documents/categories.ts";

export interface RequirementGroup<Requirement> {
  group: string;
  name: string;
  /** Those that apply, in the order of the list. */
  items: Requirement[];
  /** Of those that being ready takes: what is wanted only if asked for is not counted. */
  held: number;
  asked: number;
}

/** Requirements that apply, under the headings of the catalogue, each with how many are held. */
export function byGroup<Requirement extends Pick<JudgedRequirement, "group" | "state" | "need">>(
  requirements: readonly Requirement[],
): RequirementGroup<Requirement>[] {
  const groups = new Map<string, RequirementGroup<Requirement>>();
  for (const requirement of requirements) {
    if (requirement.state === "not-asked") continue;
    const { group } = requirement;
    const found = groups.get(group) ?? { group, name: categoryNames[group] ?? group, items: [], held: 0, asked: 0 };
    groups.set(group, found);
    found.items.push(requirement);
    if (!isWanted(requirement)) continue;
    found.asked += 1;
    if (requirement.state === "held") found.held += 1;
  }
  return [...groups.values()].sort((one, two) => categoryOrder.indexOf(one.group) - categoryOrder.indexOf(two.group));
}
