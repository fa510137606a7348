import { useState } from "react";
import { patch } from "../../api/client.ts";
import { documentsQuery, queryClient } from "../../api/queries.ts";
import type { DocumentDetail } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextArea, TextField } from "../../design/Field.tsx";
import { Fact, Facts } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";

/** The name as it is printed, and the owner's own note: nobody else's word, and never sent along. */
export function OwnWords({ paper }: { paper: DocumentDetail }) {
  const [changing, setChanging] = useState(false);
  const form = useSubmit(async (values) => {
    await patch(`/api/documents/${paper.id}`, {
      printedName: values.text("printedName") || null,
      note: values.text("note") || null,
    });
    await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    announce("Saved.");
    setChanging(false);
  });
  return (
    <section className="card stack" aria-labelledby="own-words">
      <h2 id="own-words">In your words</h2>
      {changing ? (
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <TextField
            name="printedName"
            label="The name as it is printed on it"
            hint="Only if it is not the name in your details. We then say whether a proof of name change is wanted"
            defaultValue={paper.printedName ?? ""}
            maxLength={200}
            autoComplete="off"
            error={form.errorOf("printedName")}
          />
          <TextArea
            name="note"
            label="Your own note"
            hint="Only you see it. It does not go along with copies"
            defaultValue={paper.note ?? ""}
            maxLength={2000}
            rows={4}
            error={form.errorOf("note")}
          />
          <div className="actions">
            <Button type="submit" busy={form.busy && "Saving"}>
              Save
            </Button>
            <Button look="calm" onClick={() => setChanging(false)}>
              Keep it as it is
            </Button>
          </div>
        </form>
      ) : (
        <>
          {paper.printedName || paper.note ? (
            <Facts>
              {paper.printedName ? (
                <Fact label="Name printed on it">
                  <bdi>{paper.printedName}</bdi>
                </Fact>
              ) : null}
              {paper.note ? (
                <Fact label="Your note">
                  <p className="own-note" dir="auto">
                    {paper.note}
                  </p>
                </Fact>
              ) : null}
            </Facts>
          ) : (
            <p className="quiet">A name that differs, or a note for yourself. Only you see it.</p>
          )}
          <div className="actions">
            <Button look="calm" onClick={() => setChanging(true)}>
              {paper.printedName || paper.note ? "Change these" : "Add a note or a name"}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
