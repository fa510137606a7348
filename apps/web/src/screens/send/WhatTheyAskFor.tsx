import { isWanted } from "@locum-passport/compliance";
import { Link } from "@tanstack/react-router";
import type { ProfileReadiness } from "../../api/types.ts";
import { dayOf } from "../../design/day.ts";
import { count } from "../../design/words.ts";
import { requirementState } from "../requirements/requirement-state.ts";

/** What stands ticked and why: what the agency asks for, and what is not ready. */
export function WhatTheyAskFor({ agency, asked }: { agency: string; asked: ProfileReadiness }) {
  const open = asked.requirements.filter(
    (one) => isWanted(one) && (one.state === "not-held" || one.state === "cannot-tell"),
  );
  const today = dayOf(new Date());
  return (
    <section className="card stack tight" aria-labelledby="asks-for">
      <h2 id="asks-for">
        What <bdi>{agency}</bdi> asks for: {asked.held} of {asked.asked} ready
      </h2>
      <p className="quiet">
        {asked.profile.starter
          ? `By our starter list “${asked.profile.name}”: it has written none of its own.`
          : "By the list it wrote itself."}{" "}
        What answers it is ticked below; health, criminal-record and financial papers never are.
      </p>
      {open.length > 0 ? (
        <details>
          <summary>{count(open.length, "thing is", "things are")} not ready</summary>
          <ul className="plain-list">
            {open.map((requirement) => (
              <li key={requirement.id}>
                <Link to="/requirements/$profile/$id" params={{ profile: asked.profile.id, id: requirement.id }}>
                  {requirement.title}
                </Link>
                <span className="small quiet">: {requirementState(requirement, today).second}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
