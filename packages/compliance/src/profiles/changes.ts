import type { Requirement } from "../requirements/rule.ts";

export interface ProfileChanges {
  readonly added: readonly Requirement[];
  readonly removed: readonly Requirement[];
  /** Same id, another rule, title, reason or need. */
  readonly changed: readonly { readonly before: Requirement; readonly after: Requirement }[];
}

/** What is different between two versions of a profile, by requirement id. */
export function profileChanges(before: readonly Requirement[], after: readonly Requirement[]): ProfileChanges {
  const old = new Map(before.map((requirement) => [requirement.id, requirement]));
  const now = new Map(after.map((requirement) => [requirement.id, requirement]));
  return {
    added: after.filter((requirement) => !old.has(requirement.id)),
    removed: before.filter((requirement) => !now.has(requirement.id)),
    changed: after.flatMap((requirement) => {
      const previous = old.get(requirement.id);
      return previous && sorted(previous) !== sorted(requirement) ? [{ before: previous, after: requirement }] : [];
    }),
  };
}

/** JSON with keys in order, so that a profile saved again unchanged has no changes. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [two]) => (one < two ? -1 : 1)))
      : inner,
  );
}
