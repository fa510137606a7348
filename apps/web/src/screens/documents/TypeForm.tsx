import { documentType } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isProblem, patch } from "../../api/client.ts";
import { documentsQuery, profileQuery, queryClient } from "../../api/queries.ts";
import type { DocumentDetail } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { type ConsentKind, ConsentStep } from "../add-document/ConsentStep.tsx";
import { TypeChooser } from "../add-document/TypeChooser.tsx";

/** Gives a paper its type, or another one. */
export function TypeForm({ paper, onClose }: { paper: DocumentDetail; onClose?: () => void }) {
  const profession = useQuery(profileQuery).data?.profession ?? null;
  const [type, setType] = useState<string>();
  const [asks, setAsks] = useState<ConsentKind>();
  const save = async () => {
    // Until now its file's name stood in for one.
    const name = paper.type === "other" && type ? documentType(type)?.name : undefined;
    await patch(`/api/documents/${paper.id}`, { type, ...(name ? { title: name } : {}) });
    await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    announce("Saved.");
    onClose?.();
  };
  const form = useSubmit(async () => {
    if (!type || type === "other") throw new FieldErrors([{ field: "type", message: "Choose what it is" }]);
    try {
      await save();
    } catch (error) {
      if (!isProblem(error, "consent-needed")) throw error;
      setAsks(error.errors.some(({ field }) => field === "health") ? "health" : "criminal-record");
    }
  });
  if (asks) {
    return (
      <ConsentStep
        kind={asks}
        onDone={() => {
          setAsks(undefined);
          save().catch(form.fail);
        }}
      />
    );
  }
  return (
    <form className="stack" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TypeChooser value={type} onChange={setType} profession={profession} error={form.errorOf("type")} />
      <div className="actions">
        {type ? (
          <Button type="submit" busy={form.busy && "Saving"}>
            Save what it is
          </Button>
        ) : null}
        {onClose ? (
          <Button look="calm" onClick={onClose}>
            Keep it as it is
          </Button>
        ) : null}
      </div>
    </form>
  );
}
