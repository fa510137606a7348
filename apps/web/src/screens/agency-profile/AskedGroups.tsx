import { useEffect, useState } from "react";
import type { FieldProblem } from "../../api/problem.ts";
import { fieldId } from "../../design/Field.tsx";
import { TypeSearch } from "../add-document/TypeSearch.tsx";
import { byGroup } from "./by-group.ts";
import type { ChangeDraft } from "./draft-store.ts";
import { ask, type ProfileDraft, withTakenOut } from "./profile-draft.ts";
import { fieldIn } from "./profile-faults.ts";
import { RequirementEditor } from "./RequirementEditor.tsx";

interface Props {
  draft: ProfileDraft;
  errors: FieldProblem[];
  change: ChangeDraft;
}

/** Everything that is asked for, by group. What has a fault is open, so that the summary can lead into it. */
export function AskedGroups({ draft, errors, change }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<string>();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const setOpen = (id: string, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when new faults come; what is closed afterwards stays closed
  useEffect(() => {
    const faulty = draft.profile.requirements.filter(({ id }) =>
      errors.some(({ field }) => field.startsWith(fieldIn({ id }, ""))),
    );
    if (faulty.length > 0) setOpened((before) => new Set([...before, ...faulty.map(({ id }) => id)]));
  }, [errors]);
  useEffect(() => {
    if (added) document.getElementById(fieldId(fieldIn({ id: added }, "why")))?.focus();
  }, [added]);

  const here = new Set(draft.profile.requirements.map(({ id }) => id));
  return (
    <>
      {byGroup(withTakenOut(draft)).map(({ id: group, name, requirements }) => (
        <section key={group} className="stack tight" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{name}</h2>
          <ul className="asked-list">
            {requirements.map((requirement) => (
              <RequirementEditor
                key={requirement.id}
                requirement={requirement}
                out={!here.has(requirement.id)}
                typed={draft.typed}
                errorOf={errorOf}
                open={opened.has(requirement.id)}
                onOpen={(open) => setOpen(requirement.id, open)}
                change={change}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="stack" aria-labelledby="more">
        <h2 id="more">Something else</h2>
        <TypeSearch
          name="requirements"
          label="Ask for something else"
          press="Ask for"
          error={errorOf("requirements")}
          onPick={(type) => {
            const next = ask(draft, type);
            change(() => next.draft);
            setOpen(next.id, true);
            setAdded(next.id);
          }}
        />
      </section>
    </>
  );
}
