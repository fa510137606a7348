import { Info, type LucideIcon, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import "./surface.css";

export function Card({
  children,
  className,
  ...rest
}: {
  children: ReactNode;
  className?: string;
  "aria-labelledby"?: string;
}) {
  const Element = rest["aria-labelledby"] ? "section" : "div";
  return (
    <Element {...rest} className={`card ${className ?? ""}`}>
      {children}
    </Element>
  );
}

/** A state in one or two words. Finished things are plain text and need no tag. */
export function Tag({ look, children }: { look?: "soon" | "problem" | "fact"; children: ReactNode }) {
  return <span className={look ? `tag ${look}` : "tag"}>{children}</span>;
}

const noticeIcons: Record<string, LucideIcon> = {
  fact: Info,
  done: ShieldCheck,
  soon: TriangleAlert,
  problem: TriangleAlert,
};

interface NoticeProps {
  look?: "fact" | "done" | "soon" | "problem";
  title?: ReactNode;
  children?: ReactNode;
  /** Spoken when it appears. */
  live?: boolean;
}

export function Notice({ look = "fact", title, children, live }: NoticeProps) {
  const Icon = noticeIcons[look] ?? Info;
  return (
    <div className={`notice ${look}`} role={live ? (look === "problem" ? "alert" : "status") : undefined}>
      <Icon size={22} aria-hidden />
      <div className="stack">
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon size={32} aria-hidden />
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

/** Keeps the space of what loads, so that nothing jumps when it comes. */
export function Skeleton({ height, lines = 1 }: { height: string; lines?: number }) {
  return (
    <div className="stack tight" aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} className="waiting-space" style={{ height }} />
      ))}
    </div>
  );
}

/** Label and value, one under the other, with an act at the end of a row where there is one. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function Fact({ label, children, act }: { label: ReactNode; children: ReactNode; act?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {act ? <dd>{act}</dd> : null}
    </div>
  );
}
