import { Link } from "@tanstack/react-router";
import { StateLine } from "../../design/DocumentCard.tsx";
import { askersInWords, type MergedRequirement } from "../requirements/merge-lists.ts";
import { requirementState } from "../requirements/requirement-state.ts";

interface WantedProps {
  wanted: MergedRequirement[];
  /** More than one agency asks: then who asks for what is worth a line. */
  several: boolean;
  today: string;
}

/** What is asked for and not held: each leads to what is wanted, by whom and why. */
export function Wanted({ wanted, several, today }: WantedProps) {
  if (wanted.length === 0) return null;
  return (
    <ul className="requirement-list" aria-label="Still wanted">
      {wanted.map((requirement) => (
        <li key={requirement.id}>
          <Link to="/requirements/$profile/$id" params={{ profile: requirement.profileId, id: requirement.id }}>
            {requirement.title}
          </Link>
          <div>
            <StateLine state={requirementState(requirement, today)} />
            {several ? (
              <p className="small quiet" dir="auto">
                {askersInWords(requirement.askers)}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
