import { otherType, searchTypes } from "@locum-passport/compliance";
import { Search } from "lucide-react";
import { useState } from "react";
import { FieldError, fieldId } from "../../design/Field.tsx";
import { count } from "../../design/words.ts";
import "../../design/find.css";
import "../add-document/add-document.css";

const mostShown = 12;

/** Any kind of paper of the catalogue, by the names people use for it. */
export function AddRequirement({ error, onAdd }: { error: string | undefined; onAdd: (type: string) => void }) {
  const [typed, setTyped] = useState("");
  const found =
    typed.trim() === ""
      ? []
      : searchTypes(typed)
          .filter(({ id }) => id !== otherType.id)
          .slice(0, mostShown);
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={fieldId("requirements")}>Ask for something else</label>
      <p className="hint" id="add-hint">
        Search by any name: BLS, CRB, hep B, ID, utility bill
      </p>
      <FieldError name="requirements" error={error} />
      <span className="find-text">
        <Search size={20} aria-hidden />
        <input
          id={fieldId("requirements")}
          className="input"
          type="search"
          value={typed}
          autoComplete="off"
          aria-describedby="add-hint"
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <p className="small quiet" role="status">
        {typed.trim() === ""
          ? ""
          : found.length === 0
            ? "Nothing of that name. Try another"
            : `${count(found.length, "kind")} found`}
      </p>
      <ul className="type-list">
        {found.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="type-button"
              onClick={() => {
                setTyped("");
                onAdd(id);
              }}
            >
              <span>
                <span className="unseen">Ask for </span>
                {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
