import type { Need, Requirement } from "@locum-passport/compliance";
import { ChevronDown, ChevronUp, Trash2, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../design/Button.tsx";
import { FieldError, fieldId, Select, TextArea, TextField } from "../../design/Field.tsx";
import { RuleLines } from "../requirements/RuleLines.tsx";
import type { ChangeDraft } from "./draft-store.ts";
import { LeafFields } from "./LeafFields.tsx";
import { needNames, needOf } from "./need-words.ts";
import { putBack, takeOut, withRequirement } from "./profile-draft.ts";
import { fieldIn } from "./profile-faults.ts";
import { leavesIn } from "./rule-leaves.ts";

interface Props {
  requirement: Requirement;
  /** Taken out, and still to be put back. */
  out: boolean;
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  change: ChangeDraft;
}

/** One thing that is asked for: in words, and opened, with what can be changed of it. */
export function RequirementEditor({ requirement, out, typed, errorOf, open, onOpen, change }: Props) {
  const { id, title, why, rule } = requirement;
  const named = title.trim() || "this";
  const again = useFocusWhenMoved(out);
  if (out) {
    return (
      <li className="asked">
        <p className="row">
          <span className="quiet">
            Taken out: <bdi>{named}</bdi>
          </span>
          <Button look="bare" icon={Undo2} ref={again} onClick={() => change((draft) => putBack(draft, id))}>
            Put back<span className="unseen"> {named}</span>
          </Button>
        </p>
      </li>
    );
  }
  return (
    <li className={errorOf(id) ? "asked wrong" : "asked"} id={fieldId(id)} tabIndex={-1}>
      <h3 dir="auto">{title.trim() || "Without a title"}</h3>
      <FieldError name={id} error={errorOf(id)} />
      <p className="small quiet">{needNames[needOf(requirement)]}</p>
      <RuleLines rule={rule} />
      {open ? (
        <Opened requirement={requirement} typed={typed} errorOf={errorOf} change={change} />
      ) : (
        <p className="small">
          <span className="quiet">Why: </span>
          <bdi>{why}</bdi>
        </p>
      )}
      <div className="row">
        <Button
          look="bare"
          icon={open ? ChevronUp : ChevronDown}
          aria-expanded={open}
          ref={again}
          onClick={() => onOpen(!open)}
        >
          {open ? "Close" : "Change"}
          <span className="unseen"> {named}</span>
        </Button>
        <Button look="bare" icon={Trash2} onClick={() => change((draft) => takeOut(draft, id))}>
          Take out<span className="unseen"> {named}</span>
        </Button>
      </div>
    </li>
  );
}

/** The button that was pressed goes with what it did; the one that undoes it takes the focus. */
function useFocusWhenMoved(out: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(out);
  useEffect(() => {
    if (before.current !== out) button.current?.focus();
    before.current = out;
  }, [out]);
  return button;
}

function Opened({ requirement, typed, errorOf, change }: Omit<Props, "out" | "open" | "onOpen">) {
  const { title, why, rule } = requirement;
  const set = (next: Partial<Requirement>) => change((draft) => withRequirement(draft, { ...requirement, ...next }));
  const field = (place: string) => ({
    name: fieldIn(requirement, place),
    error: errorOf(fieldIn(requirement, place)),
  });
  return (
    <div className="asked-fields">
      <TextField
        {...field("title")}
        label="Title"
        maxLength={200}
        value={title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <TextArea
        {...field("why")}
        label="Why you ask for it"
        hint="Locums read this"
        rows={2}
        maxLength={1000}
        value={why}
        onChange={({ target }) => set({ why: target.value })}
      />
      <Select
        {...field("need")}
        label="When you want it"
        value={needOf(requirement)}
        onChange={({ target }) => set({ need: target.value as Need })}
      >
        {Object.entries(needNames).map(([need, text]) => (
          <option key={need} value={need}>
            {text}
          </option>
        ))}
      </Select>
      {leavesIn(rule).map((leaf) => (
        <LeafFields
          key={leaf.at}
          requirement={requirement}
          leaf={leaf}
          typed={typed}
          errorOf={errorOf}
          change={change}
        />
      ))}
    </div>
  );
}
