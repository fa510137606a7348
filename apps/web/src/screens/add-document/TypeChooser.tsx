import {
  type DocumentType,
  documentType,
  mostWanted,
  otherType,
  type Profession,
  searchTypes,
} from "@locum-passport/compliance";
import { Search } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/Button.tsx";
import { FieldError } from "../../design/Field.tsx";
import { count } from "../../design/words.ts";
import "./add-document.css";

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
  return <Finder onChange={onChange} profession={profession ?? "doctor"} error={error} />;
}

interface FinderProps {
  onChange: (type: string) => void;
  profession: Profession;
  error: string | undefined;
}

function Finder({ onChange, profession, error }: FinderProps) {
  const [typed, setTyped] = useState("");
  const searching = typed.trim() !== "";
  const found = searching
    ? searchTypes(typed, { profession })
        .filter(({ id }) => id !== otherType.id)
        .slice(0, 12)
    : mostWanted(profession).flatMap((id) => documentType(id) ?? []);
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor="field-type">What is it?</label>
      <p className="hint" id="type-hint">
        Search by any name: BLS, CRB, hep B, ID, utility bill
      </p>
      <FieldError name="type" error={error} />
      <span className="find-text">
        <Search size={20} aria-hidden />
        <input
          id="field-type"
          className="input"
          type="search"
          value={typed}
          autoComplete="off"
          aria-describedby="type-hint"
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <p className="small quiet" role="status">
        {!searching
          ? "Most wanted"
          : found.length === 0
            ? "Nothing of that name. Try another, or say later"
            : `${count(found.length, "kind")} found`}
      </p>
      <ul className="type-list">
        {found.map((type) => (
          <TypeButton key={type.id} type={type} onPress={() => onChange(type.id)} />
        ))}
        <li>
          <button type="button" className="type-button later" onClick={() => onChange(otherType.id)}>
            <span>I will say later</span>
            <span className="small quiet">Kept, and cannot be sent until it has a type</span>
          </button>
        </li>
      </ul>
    </div>
  );
}

function TypeButton({ type, onPress }: { type: DocumentType; onPress: () => void }) {
  return (
    <li>
      <button type="button" className="type-button" onClick={onPress}>
        <span>{type.name}</span>
      </button>
    </li>
  );
}
