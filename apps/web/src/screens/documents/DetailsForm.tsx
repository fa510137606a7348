import { patch } from "../../api/client.ts";
import type { FieldProblem } from "../../api/problem.ts";
import { documentsQuery, queryClient } from "../../api/queries.ts";
import type { DetailField, Details, DocumentDetail } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { dayFrom } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Select, TextField, Tick } from "../../design/Field.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { optionInWords } from "./detail-words.ts";

interface DetailsFormProps {
  paper: DocumentDetail;
  fields: DetailField[];
  onClose?: () => void;
}

/** The details of a paper, built from the fields of its type. Nothing has to be filled in at once. */
export function DetailsForm({ paper, fields, onClose }: DetailsFormProps) {
  const form = useSubmit(async (values) => {
    const { details, errors } = readDetails(fields, values);
    const title = values.text("title");
    if (!title) errors.unshift({ field: "title", message: "Enter a name for this document" });
    if (errors.length > 0) throw new FieldErrors(errors);
    await patch(`/api/documents/${paper.id}`, { details, ...(title === paper.title ? {} : { title }) });
    await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ["timeline"] });
    announce("Details saved.");
    onClose?.();
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField
        name="title"
        label="Name of this document"
        defaultValue={paper.title}
        maxLength={200}
        error={form.errorOf("title")}
      />
      {fields.map((field) => (
        <DetailInput key={field.id} field={field} value={paper.details[field.id]} error={form.errorOf(nameOf(field))} />
      ))}
      <div className="actions">
        <Button type="submit" busy={form.busy && "Saving"}>
          Save details
        </Button>
        {onClose ? (
          <Button look="calm" onClick={onClose}>
            Keep them as they are
          </Button>
        ) : null}
      </div>
    </form>
  );
}

// The service names a detail it cannot use the same way, so its words land beside the field.
const nameOf = ({ id }: DetailField) => `details.${id}`;

function DetailInput({ field, value, error }: { field: DetailField; value: unknown; error: string | undefined }) {
  const name = nameOf(field);
  const text = value === null || value === undefined ? "" : String(value);
  const label = field.required ? field.label : `${field.label} (optional)`;
  switch (field.kind) {
    case "date":
      return <DayField name={name} label={label} defaultValue={text} error={error} />;
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
        />
      );
    case "code":
      return (
        <TextField
          name={name}
          label={label}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          defaultValue={text}
          error={error}
        />
      );
    case "text":
      return <TextField name={name} label={label} defaultValue={text} maxLength={2000} error={error} />;
  }
}

/** What the form holds, by field id; `null` takes a detail away. */
function readDetails(fields: DetailField[], values: Values): { details: Details; errors: FieldProblem[] } {
  const details: Details = {};
  const errors: FieldProblem[] = [];
  for (const field of fields) {
    const name = nameOf(field);
    const text = values.text(name);
    if (field.kind === "boolean") details[field.id] = values.ticked(name);
    else if (field.kind === "number") {
      const number = Number(text.replace(",", "."));
      if (text && !Number.isFinite(number))
        errors.push({ field: name, message: `Enter ${field.label.toLowerCase()} as a number` });
      else details[field.id] = text ? number : null;
    } else if (field.kind === "date") {
      const day = dayFrom(...values.day(name));
      if (day === undefined)
        errors.push({ field: name, message: `${field.label}: enter a date that exists, for example 27 3 2027` });
      else details[field.id] = day;
    } else details[field.id] = text || null;
  }
  return { details, errors };
}
