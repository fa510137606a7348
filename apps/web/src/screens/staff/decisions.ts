import type { StaffAgency } from "../../api/types.ts";

export type Decision = "approve" | "refuse" | "suspend" | "resume";

/** What can be decided from where an agency stands. A refused one may be let in after all. */
export function decisionsFrom(state: StaffAgency["state"]): Decision[] {
  switch (state) {
    case "waiting":
      return ["approve", "refuse"];
    case "approved":
      return ["suspend"];
    case "suspended":
      return ["resume"];
    case "refused":
      return ["approve"];
  }
}

interface Words {
  act: string;
  busy: string;
  title: (name: string) => string;
  says: (name: string) => string;
  done: (name: string) => string;
}

export const decisionWords: Record<Decision, Words> = {
  approve: {
    act: "Let it in",
    busy: "Letting it in",
    title: (name) => `Let ${name} in?`,
    says: (name) =>
      `Locums then find ${name} and can send it copies. Your evidence stays with the decision, under your name.`,
    done: (name) => `${name} is let in.`,
  },
  refuse: {
    act: "Refuse",
    busy: "Refusing",
    title: (name) => `Refuse ${name}?`,
    says: (name) => `${name} can receive nothing. Whoever asked reads your reason.`,
    done: (name) => `${name} is refused.`,
  },
  suspend: {
    act: "Suspend",
    busy: "Suspending",
    title: (name) => `Suspend ${name}?`,
    says: (name) =>
      `Nobody at ${name} can open a copy from this moment, and whoever is reading one is cut off. Each locum with a transfer there is told. What was downloaded stays with them.`,
    done: (name) => `${name} is suspended. The locums concerned are told.`,
  },
  resume: {
    act: "Let it go on",
    busy: "Letting it go on",
    title: (name) => `Let ${name} go on?`,
    says: (name) => `${name} can open copies again whose last day has not passed, and can be sent new ones.`,
    done: (name) => `${name} can go on.`,
  },
};
