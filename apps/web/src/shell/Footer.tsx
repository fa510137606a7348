import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { serviceQuery } from "../api/queries.ts";
import type { TermsName } from "../api/types.ts";
import "./shell.css";

/** The six texts, by the names under which they are read. */
export const textTitles: Record<TermsName, string> = {
  licence: "Licence",
  privacy: "Privacy notice",
  transferNotice: "Transfer notice",
  agencyTerms: "Agency terms",
  healthNotice: "Health notice",
  criminalRecordNotice: "Criminal-record notice",
};

export function Footer() {
  const { data: service } = useQuery(serviceQuery);
  return (
    <footer className="footer">
      <nav aria-label="The texts">
        <ul className="footer-links">
          {(Object.keys(textTitles) as TermsName[]).map((name) => (
            <li key={name}>
              <Link to="/texts/$name" params={{ name }}>
                {textTitles[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="quiet">
        {service
          ? `Run by: ${service.controllerName}. Address: ${service.controllerAddress}. Kept in: ${service.storageCountry}. Questions about privacy: ${service.privacyContact}.`
          : "\u00a0"}
      </p>
    </footer>
  );
}
