import { type ReactNode, useEffect, useRef } from "react";
import { setTitle } from "./title.ts";

interface PageHeadProps {
  /** The one h1, and the document's title. */
  title: string;
  /** A sentence under it. */
  lead?: ReactNode;
  /** A `BackLink`. */
  back?: ReactNode;
  /** The screen's main act. */
  children?: ReactNode;
  unseen?: boolean;
}

// The first screen leaves the focus where the browser puts it; each later one moves it to its heading.
let first = true;

/** The head of every screen: names it for everyone, listeners included. */
export function PageHead({ title, lead, back, children, unseen }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  useEffect(() => setTitle(title), [title]);
  const h1 = (
    <h1 ref={heading} tabIndex={-1} className={unseen ? "unseen" : undefined} dir="auto">
      {title}
    </h1>
  );
  if (unseen) return h1;
  return (
    <header className="page-head">
      <div>
        {back}
        {h1}
        {lead ? <p className="quiet">{lead}</p> : null}
      </div>
      {children ? <div className="actions">{children}</div> : null}
    </header>
  );
}
