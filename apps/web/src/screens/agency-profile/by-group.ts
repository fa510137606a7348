import { type Requirement, requirementGroup } from "@locum-passport/compliance";
import { categoryNames, categoryOrder } from "../documents/categories.ts";

export interface Group {
  id: string;
  name: string;
  requirements: Requirement[];
}

/** Requirements under the headings of Documents, in their order; within a group as the list has them. */
export function byGroup(requirements: readonly Requirement[]): Group[] {
  return categoryOrder.flatMap((id) => {
    const own = requirements.filter((requirement) => requirementGroup(requirement) === id);
    return own.length === 0 ? [] : [{ id, name: categoryNames[id] ?? id, requirements: own }];
  });
}
