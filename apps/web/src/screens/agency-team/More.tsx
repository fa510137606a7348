import { Link } from "@tanstack/react-router";
import { moreOfAgency } from "../../shell/menu.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import "./team.css";

/** On phones: the places that the bar has no room for. */
export default function More() {
  return (
    <>
      <PageHead title="More" />
      <nav aria-label="More places">
        <ul className="plain-list">
          {moreOfAgency.map(({ to, text, icon: Icon }) => (
            <li key={text}>
              <Link to={to} className="more-link">
                <Icon size={22} aria-hidden /> {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
