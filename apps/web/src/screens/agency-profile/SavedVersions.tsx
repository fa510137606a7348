import { Link } from "@tanstack/react-router";
import type { SavedProfile } from "../../api/agency-profile-queries.ts";
import { momentInWords } from "../../design/day.ts";

/** Every version there was, the newest first. */
export function SavedVersions({ saved }: { saved: SavedProfile[] }) {
  if (saved.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="versions">
      <h2 id="versions">Saved versions</h2>
      <ul className="plain-list">
        {saved.map(({ version, at, by, why }, place) => (
          <li key={version}>
            <Link to="/agency/profile/versions/$v" params={{ v: String(version) }}>
              Version {version}
            </Link>
            {place === 0 ? <span className="quiet"> (in force)</span> : null}
            <p className="small quiet">
              Saved by <bdi>{by}</bdi>, {momentInWords(at)}
            </p>
            <p className="small as-typed" dir="auto">
              {why}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
