import type { ReactNode } from "react";
import { adviceId, FieldAdvice, fieldId, Group } from "./Field.tsx";

interface DayFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** `YYYY-MM-DD`. */
  defaultValue?: string | null | undefined;
  autoComplete?: "bday";
  /** The date in words, beside the numbers. */
  said?: string | undefined;
  /** As in `Field`. */
  advice?: ReactNode;
}

/** A civil date as three numbers, as people read it from the paper. Read it back with `dayFrom`. */
export function DayField({ name, label, hint, error, defaultValue, autoComplete, said, advice }: DayFieldProps) {
  const [year = "", month = "", day = ""] = (defaultValue ?? "").split("-");
  const parts = [
    { part: "day", label: "Day", value: day.replace(/^0/, ""), size: 2 },
    { part: "month", label: "Month", value: month.replace(/^0/, ""), size: 2 },
    { part: "year", label: "Year", value: year, size: 4 },
  ];
  const described = [error ? `${fieldId(name)}-error` : "", advice ? adviceId(name) : ""].filter(Boolean).join(" ");
  return (
    <Group name={name} label={label} hint={hint} error={error}>
      <div className="day">
        {parts.map(({ part, label: text, value, size }) => (
          <label key={part}>
            {text}
            <input
              id={part === "day" ? fieldId(name) : `${fieldId(name)}-${part}`}
              name={`${name}.${part}`}
              className={`input ${part}`}
              inputMode="numeric"
              maxLength={size}
              defaultValue={value}
              autoComplete={autoComplete ? `bday-${part}` : "off"}
              aria-invalid={error ? true : undefined}
              aria-describedby={described || undefined}
            />
          </label>
        ))}
        {said ? <span className="day-said">{said}</span> : null}
      </div>
      <FieldAdvice name={name} advice={advice} />
    </Group>
  );
}
