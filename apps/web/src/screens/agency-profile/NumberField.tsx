import { TextField } from "../../design/Field.tsx";

interface Props {
  name: string;
  label: string;
  hint?: string;
  /** The last good number. */
  n: number;
  /** What stands in the field while it is no number that fits. */
  typed: string | undefined;
  error: string | undefined;
  onType: (text: string) => void;
}

/** A whole number as it is typed: what is no number stays in sight until it is mended. */
export function NumberField({ name, label, hint, n, typed, error, onType }: Props) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={error}
      className="count"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={typed ?? String(n)}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
