import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Tag } from "./surface.tsx";
import { Thumb } from "./Thumb.tsx";
import "./document-card.css";

export interface CardState {
  word: string;
  second: string;
  look?: "soon" | "problem" | "fact" | "plain";
}

interface DocumentCardProps {
  id: string;
  title: string;
  picture: string | undefined;
  pending: boolean;
  state: CardState;
  /** Who else can open it. */
  holders: string;
  extra?: ReactNode;
}

/** A paper: its first page, name, state line, who-has-it line. The whole card leads to it. */
export function DocumentCard({ id, title, picture, pending, state, holders, extra }: DocumentCardProps) {
  return (
    <article className="document-card">
      <Thumb src={picture} pending={pending} />
      <div>
        <h3 dir="auto">
          <Link to="/documents/$id" params={{ id }}>
            {title}
          </Link>
        </h3>
        <StateLine state={state} />
        <p className="small quiet" dir="auto">
          {holders}
        </p>
        {extra}
      </div>
    </article>
  );
}

/** State in words: a tag where something needs doing, plain text where nothing does. */
export function StateLine({ state }: { state: CardState }) {
  if (!state.look) {
    return (
      <p className="small">
        {state.word}. {state.second}
      </p>
    );
  }
  return (
    <p className="small state-line">
      <Tag {...(state.look === "plain" ? {} : { look: state.look })}>{state.word}</Tag> <span>{state.second}</span>
    </p>
  );
}
