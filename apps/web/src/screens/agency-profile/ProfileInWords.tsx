import { answerWords, type Profile } from "@locum-passport/compliance";
import { Fact, Facts } from "../../design/surface.tsx";
import { count, list } from "../../design/words.ts";
import { professionNames } from "../account/professions.ts";
import { RuleLines } from "../requirements/RuleLines.tsx";
import { byGroup } from "./by-group.ts";
import { needNames, needOf } from "./need-words.ts";
import "./agency-profile.css";

/** A whole list as its readers understand it. */
export function ProfileInWords({ profile }: { profile: Profile }) {
  const { appliesTo, note, requirements } = profile;
  return (
    <div className="stack loose">
      <Facts>
        <Fact label="For">{list(appliesTo.roles.map((role) => professionNames[role]))}</Fact>
        <Fact label="Where">{list(appliesTo.nations.map((nation) => answerWords(nation)))}</Fact>
        <Fact label="Asked for">{count(requirements.length, "thing")}</Fact>
        {note ? (
          <Fact label="Note to locums">
            <span dir="auto" className="as-typed">
              {note}
            </span>
          </Fact>
        ) : null}
      </Facts>
      {byGroup(requirements).map(({ id, name, requirements: own }) => (
        <section key={id} className="stack tight" aria-labelledby={`group-${id}`}>
          <h2 id={`group-${id}`}>{name}</h2>
          <ul className="plain-list">
            {own.map((requirement) => (
              <li key={requirement.id} className="asked">
                <h3 dir="auto">{requirement.title}</h3>
                <p className="small quiet">{needNames[needOf(requirement)]}</p>
                <RuleLines rule={requirement.rule} />
                <p className="small">
                  <span className="quiet">Why: </span>
                  <bdi>{requirement.why}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
