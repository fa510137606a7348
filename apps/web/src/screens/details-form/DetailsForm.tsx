import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { patch } from "../../api/client.ts";
import { documentsQuery, profileQuery, queryClient } from "../../api/queries.ts";
import type { DetailField, DocumentDetail } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { DetailFields } from "./DetailFields.tsx";
import { readDetails } from "./read-details.ts";
import { useTyped } from "./useTyped.ts";

interface DetailsFormProps {
  paper: DocumentDetail;
  fields: DetailField[];
  onClose?: () => void;
}

/** The details of a paper, built from the fields of its type. Nothing has to be filled in at once. */
export function DetailsForm({ paper, fields, onClose }: DetailsFormProps) {
  const profile = useQuery(profileQuery).data;
  const [today] = useState(() => dayOf(new Date()));
  const { typing, ...typed } = useTyped();
  const form = useSubmit(async (values) => {
    const { details, problems } = readDetails(fields, values);
    const title = values.text("title");
    if (!title) problems.unshift({ field: "title", message: "Enter a name for this document" });
    if (problems.length > 0) throw new FieldErrors(problems);
    await patch(`/api/documents/${paper.id}`, { details, ...(title === paper.title ? {} : { title }) });
    await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ["timeline"] });
    announce("Details saved.");
    onClose?.();
  });
  return (
    <form className="form" {...form.form} {...typing}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField
        name="title"
        label="Name of this document"
        defaultValue={paper.title}
        maxLength={200}
        error={form.errorOf("title")}
      />
      <DetailFields
        typeId={paper.type}
        fields={fields}
        details={paper.details}
        typed={typed}
        person={profile ?? nobody}
        today={today}
        errorOf={form.errorOf}
      />
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

const nobody = { legalName: null, formerNames: [], birthDate: null, profession: null };
