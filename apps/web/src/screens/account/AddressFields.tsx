import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { TextArea, TextField } from "../../design/Field.tsx";
import type { AddressRow } from "./read-profile.ts";

interface AddressFieldsProps {
  row: AddressRow;
  n: number;
  errorOf: (field: string) => string | undefined;
  onRemove: () => void;
}

export function AddressFields({ row: { key, address }, n, errorOf, onRemove }: AddressFieldsProps) {
  const name = (part: string) => `${key}.${part}`;
  return (
    <fieldset className="address">
      <legend className="unseen">Address {n}</legend>
      <TextArea
        name={name("lines")}
        label="Address"
        rows={3}
        defaultValue={address.lines}
        error={errorOf(name("lines"))}
      />
      <TextField
        name={name("postcode")}
        label="Postcode"
        className="short"
        autoComplete="off"
        defaultValue={address.postcode ?? ""}
        error={errorOf(name("postcode"))}
      />
      <TextField
        name={name("country")}
        label="Country"
        autoComplete="off"
        defaultValue={address.country ?? ""}
        error={errorOf(name("country"))}
      />
      <DayField name={name("from")} label="From" defaultValue={address.from} error={errorOf(name("from"))} />
      <DayField
        name={name("until")}
        label="Until"
        hint="Leave empty while you live there"
        defaultValue={address.until}
        error={errorOf(name("until"))}
      />
      <div>
        <Button look="bare" onClick={onRemove}>
          Remove this address<span className="unseen"> ({n})</span>
        </Button>
      </div>
    </fieldset>
  );
}
