import type { JudgedRequirement, ProfileReadiness } from "../../api/types.ts";

/** One requirement over all lists that have it. */
export interface MergedRequirement extends JudgedRequirement {
  /** The list it stands worst with; its address. */
  profileId: string;
  /** Names of my agencies that ask for it; empty where only a starter list does. */
  askers: string[];
}

const worst = ["not-asked", "held", "cannot-tell", "not-held"];

/** Requirements of all lists, each id once: as it stands where it stands worst, with everybody who asks. */
export function mergeLists(profiles: readonly ProfileReadiness[]): MergedRequirement[] {
  const merged = new Map<string, MergedRequirement>();
  for (const { profile, myAgencyId, name, requirements } of profiles) {
    for (const requirement of requirements) {
      const known = merged.get(requirement.id);
      const asks = myAgencyId !== null && requirement.state !== "not-asked" ? [name] : [];
      const askers = [...(known?.askers ?? []), ...asks];
      const keeps = known && !isWorse(requirement, known);
      merged.set(requirement.id, { ...(keeps ? known : { ...requirement, profileId: profile.id }), askers });
    }
  }
  return [...merged.values()];
}

function isWorse(one: JudgedRequirement, other: JudgedRequirement): boolean {
  const by = worst.indexOf(one.state) - worst.indexOf(other.state);
  if (by !== 0) return by > 0;
  return one.heldUntil !== null && (other.heldUntil === null || one.heldUntil < other.heldUntil);
}

/** "Acme asks for it", "Acme and 2 others ask for it". */
export function askersInWords([first, ...others]: string[]): string | undefined {
  if (first === undefined) return undefined;
  if (others.length === 0) return `${first} asks for it`;
  return `${first} and ${others.length === 1 ? others[0] : `${others.length} others`} ask for it`;
}
