import type { FocusEvent, ReactNode } from "react";
import type { DetailField } from "../../api/types.ts";
import { DayField } from "../../design/DayField.tsx";
import { Select, TextField, Tick } from "../../design/Field.tsx";
import { optionInWords } from "../documents/detail-words.ts";
import { tidied } from "./advice.ts";
import { nameOf } from "./read-details.ts";

interface DetailInputProps {
  field: DetailField;
  value: unknown;
  error: string | undefined;
  /** The date in words. */
  said?: string | undefined;
  advice: ReactNode;
}

/** One detail, by its kind. */
export function DetailInput({ field, value, error, said, advice }: DetailInputProps) {
  const name = nameOf(field);
  const text = value === null || value === undefined ? "" : String(value);
  const label = field.required ? field.label : `${field.label} (optional)`;
  switch (field.kind) {
    case "date":
      return <DayField name={name} label={label} defaultValue={text} error={error} said={said} advice={advice} />;
    case "boolean":
      return <Tick name={name} label={field.label} defaultChecked={value === true} error={error} />;
    case "enum":
      return (
        <Select name={name} label={label} defaultValue={text} error={error}>
          <option value="">Choose</option>
          {(field.options ?? []).map((option) => (
            <option key={option} value={option}>
              {optionInWords(option)}
            </option>
          ))}
        </Select>
      );
    case "number":
      return (
        <TextField
          name={name}
          label={field.unit ? `${label}, in ${field.unit}` : label}
          inputMode="decimal"
          className="short"
          defaultValue={text}
          error={error}
          advice={advice}
        />
      );
    case "code":
      return (
        <TextField
          name={name}
          label={label}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          className={field.id.startsWith("mrzLine") ? "code-line" : ""}
          defaultValue={text}
          error={error}
          advice={advice}
          onBlur={(event: FocusEvent<HTMLInputElement>) => {
            const kept = tidied(field, event.target.value);
            if (kept !== undefined) event.target.value = kept;
          }}
        />
      );
    case "text":
      return <TextField name={name} label={label} defaultValue={text} maxLength={2000} error={error} advice={advice} />;
  }
}
