import { registerLink } from "@locum-passport/compliance";
import { patch } from "../../api/client.ts";
import { documentsQuery, queryClient } from "../../api/queries.ts";
import type { DocumentDetail, DocumentTypeItem } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { formatsOf } from "../details-form/formats-of.ts";

const noteLimit = 2000;

/** The public register behind a number on the paper: a link to look oneself up, and a dated note in one's own words. */
export function LookUp({ paper, type }: { paper: DocumentDetail; type: DocumentTypeItem | undefined }) {
  const today = dayOf(new Date());
  const link = linkOf(paper, type);
  const form = useSubmit(async (values) => {
    const found = values.text("found");
    if (found === "") {
      throw new FieldErrors([{ field: "found", message: "Enter what the register said, for example registered" }]);
    }
    const note = withLook(paper.note, today, found);
    if (note.length > noteLimit) {
      throw new FieldErrors([{ field: "found", message: "Your note is full. Shorten it first, then note this" }]);
    }
    const lastChecked = type?.fields.some(({ id }) => id === "lastCheckedOn");
    await patch(`/api/documents/${paper.id}`, {
      note,
      ...(lastChecked ? { details: { ...paper.details, lastCheckedOn: today } } : {}),
    });
    await queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
    announce("Noted.");
  });
  if (link === undefined) return null;
  return (
    <section className="card stack" aria-labelledby="look-up">
      <h2 id="look-up">Look yourself up</h2>
      <p>
        <a href={link} target="_blank" rel="noreferrer">
          {new URL(link).hostname.replace(/^www\./, "")}: the public register{" "}
          <span className="small">(opens a new tab)</span>
        </a>
      </p>
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          key={paper.changedAt}
          name="found"
          label={`What did it say today, ${dayInWords(today)}?`}
          hint="For example: registered, with a licence. It is kept as your own word, never as checked by anybody"
          maxLength={200}
          autoComplete="off"
          error={form.errorOf("found")}
        />
        <div className="actions">
          <Button type="submit" look="calm" busy={form.busy && "Noting"}>
            Note that I looked
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The register of the first number that is filled in and has one. */
function linkOf(paper: DocumentDetail, type: DocumentTypeItem | undefined): string | undefined {
  for (const field of type?.fields ?? []) {
    const value = paper.details[field.id];
    if (typeof value !== "string" || value === "") continue;
    for (const format of formatsOf(field)) {
      const link = registerLink(format, value);
      if (link !== null) return link;
    }
  }
  return undefined;
}

/** Newest first: "I looked on 3 November 2026: registered". */
export function withLook(note: string | null, today: string, found: string): string {
  const line = `I looked on ${dayInWords(today)}: ${found}`;
  return note ? `${line}\n${note}` : line;
}
