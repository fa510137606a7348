import {
  documentType,
  type FactAnswers,
  type Nation,
  type Profile,
  type Requirement,
  requirementsFor,
} from "@locum-passport/compliance";

/** What an owner is changing. Nothing of it is in force before it is saved. */
export interface ProfileDraft {
  /** The version it began from; 0 for none. */
  baseVersion: number;
  profile: Profile;
  /** What was taken out since, each with the place it had. */
  takenOut: readonly { requirement: Requirement; at: number }[];
  /** What stands in a number field and is no number that fits, by the field's name. The rule keeps its last good number. */
  typed: Readonly<Record<string, string>>;
  why: string;
}

export const draftOf = (profile: Profile, baseVersion: number): ProfileDraft => ({
  baseVersion,
  profile,
  takenOut: [],
  typed: {},
  why: "",
});

/** A first list: what a starter profile asks for where the work is, under the agency's own name. */
export function fromStarter(starter: Profile, nation: Nation, agency: string): ProfileDraft {
  const { roles, nations, setting } = starter.appliesTo;
  const [role] = roles;
  const facts: FactAnswers = { nation, ...(roles.length === 1 && role ? { role } : {}) };
  const requirements = requirementsFor(starter, facts);
  return draftOf(
    {
      id: starter.id,
      name: `What ${agency} asks for`,
      kind: "profile",
      appliesTo: { roles, nations: nations.includes(nation) ? nations : [nation], setting },
      version: "1",
      requirements,
    },
    0,
  );
}

const withRequirements = (draft: ProfileDraft, requirements: readonly Requirement[]): ProfileDraft => ({
  ...draft,
  profile: { ...draft.profile, requirements },
});

export const withRequirement = (draft: ProfileDraft, next: Requirement): ProfileDraft =>
  withRequirements(
    draft,
    draft.profile.requirements.map((one) => (one.id === next.id ? next : one)),
  );

export function takeOut(draft: ProfileDraft, id: string): ProfileDraft {
  const { requirements } = draft.profile;
  const at = requirements.findIndex((one) => one.id === id);
  const requirement = requirements[at];
  if (!requirement) return draft;
  const takenOut = [...draft.takenOut, { requirement, at }];
  return withRequirements({ ...draft, takenOut }, requirements.toSpliced(at, 1));
}

/** Where it stood before, as far as that place is still there. */
export function putBack(draft: ProfileDraft, id: string): ProfileDraft {
  const found = draft.takenOut.find(({ requirement }) => requirement.id === id);
  if (!found) return draft;
  const takenOut = draft.takenOut.filter((one) => one !== found);
  return withRequirements({ ...draft, takenOut }, draft.profile.requirements.toSpliced(found.at, 0, found.requirement));
}

/** Everything in its place, what was taken out too. */
export function withTakenOut({ profile, takenOut }: ProfileDraft): readonly Requirement[] {
  return takenOut.reduceRight(
    (list, { requirement, at }) => list.toSpliced(at, 0, requirement),
    [...profile.requirements],
  );
}

/** Asks for one paper of a type, at the end; resolves its id, which no other requirement here has or had. */
export function ask(draft: ProfileDraft, type: string): { draft: ProfileDraft; id: string } {
  const used = new Set(
    [...draft.profile.requirements, ...draft.takenOut.map((one) => one.requirement)].map((r) => r.id),
  );
  let id = type;
  for (let n = 2; used.has(id); n += 1) id = `${type}-${n}`;
  const title = documentType(type)?.name ?? type;
  const added: Requirement = { id, title, why: "", need: "before-first-shift", rule: { document: { type } } };
  return { draft: withRequirements(draft, [...draft.profile.requirements, added]), id };
}

/** A number field as it stands: what was typed, good or not. `next` is the profile with the good number. */
export function typeNumber(
  draft: ProfileDraft,
  field: string,
  text: string,
  next: (n: number) => Requirement,
  most: number,
  least = 1,
): ProfileDraft {
  const n = wholeNumber(text, least, most);
  return n === undefined
    ? { ...draft, typed: { ...draft.typed, [field]: text } }
    : withRequirement(settled(draft, field), next(n));
}

/** Nothing half typed stands in a field any more. */
export function settled(draft: ProfileDraft, field: string): ProfileDraft {
  const { [field]: _before, ...typed } = draft.typed;
  return { ...draft, typed };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const n = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return n >= least && n <= most ? n : undefined;
}
