import type { ReactNode } from "react";
import "./surface.css";

interface ProgressProps {
  label: string;
  /** 0 to 1; `undefined` while nobody can tell. */
  part: number | undefined;
  /** In words: how much, how long. */
  says: ReactNode;
  /** The way to cancel. */
  children?: ReactNode;
}

export function Progress({ label, part, says, children }: ProgressProps) {
  return (
    <div className="progress">
      <progress aria-label={label} max={1} {...(part === undefined ? {} : { value: part })} />
      <div className="row between">
        <span className="small quiet">{says}</span>
        {children}
      </div>
    </div>
  );
}
