import type { ReactNode } from "react";
import "./passport.css";

interface PassportCardProps {
  name: string;
  profession: string | null;
  registrationNumber: string | null;
  /** One sentence on readiness. */
  children: ReactNode;
  /** Shown in place of facts that are not known yet. */
  missing?: ReactNode;
}

/** The cover of the person's passport. Used once, at the head of the Overview. */
export function PassportCard({ name, profession, registrationNumber, missing, children }: PassportCardProps) {
  return (
    <section className="passport" aria-label="Your passport">
      <div>
        <p className="kind">Passport of</p>
        <p className="name" dir="auto">
          {name}
        </p>
      </div>
      {profession || registrationNumber ? (
        <dl>
          {profession ? (
            <div>
              <dt>Profession</dt>
              <dd>{profession}</dd>
            </div>
          ) : null}
          {registrationNumber ? (
            <div>
              <dt>Registration</dt>
              <dd>{registrationNumber}</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      {missing ? <p>{missing}</p> : null}
      <p className="says">{children}</p>
    </section>
  );
}
