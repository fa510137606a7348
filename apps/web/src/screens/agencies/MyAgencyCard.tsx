import { Link } from "@tanstack/react-router";
import type { MyAgency, ProfileReadiness } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { Card, Tag } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { isNotHere } from "./agency-words.ts";

interface MyAgencyCardProps {
  agency: MyAgency;
  /** Absent while it is being judged. */
  readiness: ProfileReadiness | undefined;
}

/** One agency of mine: how far I am with what it asks for, and the day that ends. */
export function MyAgencyCard({ agency, readiness }: MyAgencyCardProps) {
  const title = `agency-${agency.id}`;
  return (
    <Card aria-labelledby={title} className="stack tight my-agency">
      <h3 id={title} dir="auto">
        <Link to="/agencies/$id" params={{ id: agency.id }}>
          {agency.name}
        </Link>
      </h3>
      {readiness ? (
        <>
          <p>
            <strong>{heldWords(readiness)}</strong>
          </p>
          {readiness.openQuestions.length > 0 ? (
            <p className="small">
              <Tag look="fact">We cannot tell yet</Tag> {count(readiness.openQuestions.length, "question")} open
            </p>
          ) : null}
          {readiness.breaks ? <p className="small">The list breaks on {dayInWords(readiness.breaks.on)}.</p> : null}
          {readiness.originalsToShow.length > 0 ? (
            <p className="small quiet">{count(readiness.originalsToShow.length, "original")} still to be shown</p>
          ) : null}
        </>
      ) : (
        <p className="quiet">{"\u00a0"}</p>
      )}
      {agency.changes ? (
        <p className="small">
          <Tag look="soon">Changed</Tag> What it asks for is different since you looked
        </p>
      ) : null}
      {isNotHere(agency) ? <p className="small quiet">Not here: only you see this entry.</p> : null}
      {agency.profile.starter ? (
        <p className="small quiet">Judged by our starter list “{agency.profile.name}”.</p>
      ) : null}
    </Card>
  );
}

export const heldWords = ({ held, asked, ready }: Pick<ProfileReadiness, "held" | "asked" | "ready">): string =>
  ready ? `You have all ${asked} things it asks for` : `You have ${held} of the ${asked} things it asks for`;
