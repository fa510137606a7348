import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { meQuery } from "../../api/queries.ts";
import { ButtonLink } from "../../design/Button.tsx";
import { homeOf, wasSignedIn } from "../../shell/session.ts";
import { setTitle } from "../../shell/title.ts";
import { promises, specimenDay } from "./promises.ts";
import "./welcome.css";

/** The first screen: what this is, what it promises, and the way in. Who is signed in already goes on to their place. */
export function Welcome() {
  const { data: me } = useQuery({ ...meQuery, enabled: wasSignedIn() });
  const navigate = useNavigate();
  useEffect(() => setTitle(""), []);
  useEffect(() => {
    if (me) void navigate({ to: homeOf(me), replace: true });
  }, [me, navigate]);
  return (
    <div className="welcome">
      <section className="opening">
        <div className="stack loose">
          <h1 tabIndex={-1}>
            Keep your locum papers once, send copies to the agencies you choose, and see everything done with them.
          </h1>
          <p className="lead">
            Registration, DBS, training, immunisations, proofs of address: every agency asks for the same 30 to 40
            papers. Here they stay yours, in one place, and each agency gets copies for as long as you say.
          </p>
          <div className="actions">
            <ButtonLink to="/sign-up" look="main">
              Sign up
            </ButtonLink>
            <ButtonLink to="/sign-in" look="calm">
              Sign in
            </ButtonLink>
          </div>
        </div>
        <SpecimenDay />
      </section>
      <section className="promises" aria-labelledby="promises">
        <h2 id="promises">What we promise</h2>
        <dl>
          {promises.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function SpecimenDay() {
  return (
    <figure className="specimen">
      <figcaption>A day in a timeline, with invented people</figcaption>
      <ol className="specimen-lines">
        {specimenDay.map(({ at, sentence, left }) => (
          <li key={at} className={left ? "left" : undefined}>
            <time>{at}</time>
            <span>{sentence}</span>
          </li>
        ))}
      </ol>
      <p className="small quiet">If a line is changed or taken out later, it shows against the summary you saved.</p>
    </figure>
  );
}
