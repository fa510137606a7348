import { documentType, mostWanted, otherType, type Profession } from "@locum-passport/compliance";
import { Button } from "../../design/Button.tsx";
import { TypeSearch } from "./TypeSearch.tsx";

interface TypeChooserProps {
  value: string | undefined;
  onChange: (type: string | undefined) => void;
  profession: Profession | null;
  error: string | undefined;
}

/** What the paper is: the ten most wanted in sight, everything else by the name people use, and a way to say it later. */
export function TypeChooser({ value, onChange, profession, error }: TypeChooserProps) {
  const chosen = value === undefined ? undefined : documentType(value);
  if (chosen) {
    return (
      <div className="chosen-type">
        <div>
          <strong>{chosen.name}</strong>
          <p className="small quiet">{chosen.hint}</p>
        </div>
        <Button look="bare" onClick={() => onChange(undefined)}>
          Change<span className="unseen"> what it is</span>
        </Button>
      </div>
    );
  }
  const by = profession ?? "doctor";
  return (
    <TypeSearch
      name="type"
      label="What is it?"
      error={error}
      profession={by}
      first={{ types: mostWanted(by).flatMap((id) => documentType(id) ?? []), said: "Most wanted" }}
      orElse=", or say later"
      onPick={onChange}
    >
      <li>
        <button type="button" className="type-button later" onClick={() => onChange(otherType.id)}>
          <span>I will say later</span>
          <span className="small quiet">Kept, and cannot be sent until it has a type</span>
        </button>
      </li>
    </TypeSearch>
  );
}
