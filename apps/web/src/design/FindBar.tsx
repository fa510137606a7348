import { Search } from "lucide-react";
import "./find.css";

interface FindBarProps<Showing extends string> {
  /** What the search looks through, for those who listen. */
  label: string;
  placeholder: string;
  typed: string;
  onType: (typed: string) => void;
  show: Showing;
  showings: readonly { value: Showing; text: string }[];
  onShow: (show: Showing) => void;
  /** How much is shown, spoken when it changes. */
  found: string;
}

/** Over a list: a search, and which of its members to show. */
export function FindBar<Showing extends string>(props: FindBarProps<Showing>) {
  const { label, placeholder, typed, onType, show, showings, onShow, found } = props;
  return (
    <search className="find">
      <label className="find-text">
        <span className="unseen">{label}</span>
        <Search size={20} aria-hidden />
        <input
          className="input"
          type="search"
          placeholder={placeholder}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      <label className="find-show">
        <span>Show</span>
        <select className="input" value={show} onChange={(event) => onShow(event.target.value as Showing)}>
          {showings.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <p className="unseen" role="status">
        {found}
      </p>
    </search>
  );
}
