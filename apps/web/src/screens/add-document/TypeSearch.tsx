import { type DocumentType, otherType, type Profession, searchTypes } from "@locum-passport/compliance";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FieldError, fieldId } from "../../design/Field.tsx";
import { count } from "../../design/words.ts";
import "../../design/find.css";
import "./add-document.css";

interface TypeSearchProps {
  name: string;
  label: string;
  error: string | undefined;
  /** Whose kinds of paper come first. */
  profession?: Profession;
  /** What stands there before anything is typed, and what that is. */
  first?: { types: DocumentType[]; said: string };
  /** Said after "Nothing of that name. Try another". */
  orElse?: string;
  /** What a press does, for those who listen. */
  press?: string;
  onPick: (type: string) => void;
  /** Further lines of the list. */
  children?: ReactNode;
}

const mostShown = 12;

/** Kinds of paper, by the names people use for them. */
export function TypeSearch(props: TypeSearchProps) {
  const { name, label, error, profession, first, orElse = "", press, onPick, children } = props;
  const [typed, setTyped] = useState("");
  const searching = typed.trim() !== "";
  const found = searching
    ? searchTypes(typed, profession ? { profession } : {})
        .filter(({ id }) => id !== otherType.id)
        .slice(0, mostShown)
    : (first?.types ?? []);
  const hint = `${fieldId(name)}-hint`;
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={fieldId(name)}>{label}</label>
      <p className="hint" id={hint}>
        Search by any name: BLS, CRB, hep B, ID, utility bill
      </p>
      <FieldError name={name} error={error} />
      <span className="find-text">
        <Search size={20} aria-hidden />
        <input
          id={fieldId(name)}
          className="input"
          type="search"
          value={typed}
          autoComplete="off"
          aria-describedby={hint}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <p className="small quiet" role="status">
        {!searching
          ? (first?.said ?? "")
          : found.length === 0
            ? `Nothing of that name. Try another${orElse}`
            : `${count(found.length, "kind")} found`}
      </p>
      <ul className="type-list">
        {found.map((type) => (
          <li key={type.id}>
            <button
              type="button"
              className="type-button"
              onClick={() => {
                setTyped("");
                onPick(type.id);
              }}
            >
              <span>
                {press ? <span className="unseen">{press} </span> : null}
                {type.name}
              </span>
            </button>
          </li>
        ))}
        {children}
      </ul>
    </div>
  );
}
