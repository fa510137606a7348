import { Link } from "@tanstack/react-router";
import type { JudgedRequirement } from "../../api/types.ts";
import { StateLine } from "../../design/DocumentCard.tsx";
import { dayOf } from "../../design/day.ts";
import { count } from "../../design/words.ts";
import { byGroup } from "./by-group.ts";
import { requirementState } from "./requirement-state.ts";
import "./requirements.css";

interface RequirementGroupsProps {
  /** Whose list it is: the id in the address of each requirement. */
  profileId: string;
  requirements: readonly JudgedRequirement[];
}

/** What one list asks for, by group, each with "6 of 8" and each requirement with its state. */
export function RequirementGroups({ profileId, requirements }: RequirementGroupsProps) {
  const today = dayOf(new Date());
  const spared = requirements.filter(({ state }) => state === "not-asked");
  return (
    <div className="stack loose">
      {byGroup(requirements).map(({ group, name, items, held, asked }) => (
        <section key={group} className="stack tight" aria-labelledby={`asks-${group}`}>
          <h3 id={`asks-${group}`} className="group-head">
            {name} {asked > 0 ? <OfAll held={held} all={asked} /> : null}
          </h3>
          <ul className="requirement-list">
            {items.map((requirement) => (
              <li key={requirement.id}>
                <Link to="/requirements/$profile/$id" params={{ profile: profileId, id: requirement.id }}>
                  {requirement.title}
                </Link>
                <StateLine state={requirementState(requirement, today)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {spared.length > 0 ? (
        <details>
          <summary>{count(spared.length, "thing")} on the list not asked of you, by what you answered</summary>
          <ul className="plain-list">
            {spared.map(({ id, title }) => (
              <li key={id}>
                <Link to="/requirements/$profile/$id" params={{ profile: profileId, id }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** "6 of 8", quiet once it is all of them. */
export function OfAll({ held, all }: { held: number; all: number }) {
  return (
    <span className={held === all ? "of-all quiet" : "of-all"}>
      {held} of {all}
    </span>
  );
}
