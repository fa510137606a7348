import { useQuery } from "@tanstack/react-query";
import { put } from "../../api/client.ts";
import { meQuery, queryClient, termsQuery } from "../../api/queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Tick } from "../../design/Field.tsx";
import { Markdown } from "../../design/Markdown.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";

export type ConsentKind = "health" | "criminal-record";

/** The owner's own yes to keeping such papers, once, with the whole notice in sight. */
export function ConsentStep({ kind, onDone }: { kind: ConsentKind; onDone: () => void }) {
  const terms = useQuery(termsQuery);
  const name = kind === "health" ? "healthNotice" : "criminalRecordNotice";
  const words = kind === "health" ? "health papers" : "criminal-record papers";
  const form = useSubmit(async (values) => {
    if (!values.ticked("yes"))
      throw new FieldErrors([{ field: "yes", message: `Tick that you agree to us keeping your ${words}` }]);
    await put(`/api/me/consents/${kind}`, { noticeVersion: terms.data?.[name].version });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    announce("Your yes is recorded.");
    onDone();
  });
  return (
    <section className="card stack" aria-labelledby="consent">
      <h2 id="consent">Your own yes to keeping {words}</h2>
      <p>
        The law asks for this apart from everything else. It is asked once, and you can take it back under Account at
        any time; we then delete these papers.
      </p>
      <AsyncView query={terms} waiting={<Skeleton height="12rem" />}>
        {(texts) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
          <section className="notice-text" tabIndex={0} aria-label={texts[name].title}>
            <Markdown text={texts[name].text} />
          </section>
        )}
      </AsyncView>
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Tick name="yes" label={`I agree to you keeping my ${words} here`} error={form.errorOf("yes")} />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Recording your yes"}>
            Say yes and go on
          </Button>
        </div>
      </form>
    </section>
  );
}
