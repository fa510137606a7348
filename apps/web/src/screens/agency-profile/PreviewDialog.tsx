import type { ProfilePreview } from "../../api/agency-profile-queries.ts";
import type { JudgedRequirement } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayInWords } from "../../design/day.ts";
import { Notice } from "../../design/surface.tsx";
import { count, list } from "../../design/words.ts";
import { RequirementLines } from "../agency-candidates/RequirementLines.tsx";

type Readiness = NonNullable<ProfilePreview["readiness"]>;

/** What the list would say of somebody who does not exist. */
export function PreviewDialog({
  person,
  readiness,
  onClose,
}: {
  person: ProfilePreview["person"];
  readiness: Readiness;
  onClose: () => void;
}) {
  return (
    <Dialog title="Your list, tried on an invented person" onClose={onClose} wide>
      <Notice>
        <p>
          <bdi>{person.name}</bdi> does not exist. Nothing is saved by trying.
        </p>
      </Notice>
      <p>
        <strong>
          {person.name} has {readiness.held} of the {count(readiness.asked, "thing")} you ask for.
        </strong>{" "}
        {readiness.breaks ? nextEnd(readiness.breaks) : ""}
      </p>
      <p className="small quiet">What is left, in the words a locum reads:</p>
      <RequirementLines requirements={readiness.requirements} toldOf={toldOf} />
      <details className="again">
        <summary>What {person.name} holds</summary>
        <ul className="lines">
          {person.holds.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <div className="actions">
        <Button onClick={onClose}>Back to the list</Button>
      </div>
    </Dialog>
  );
}

const nextEnd = ({ on, requirements }: NonNullable<Readiness["breaks"]>) =>
  `After ${dayInWords(on)}, ${list(requirements.map(({ title }) => title))} ${requirements.length === 1 ? "is" : "are"} met no more.`;

const toldOf = ({ missing }: JudgedRequirement) => ({ word: "Not met", lines: missing.map(({ words }) => words) });
