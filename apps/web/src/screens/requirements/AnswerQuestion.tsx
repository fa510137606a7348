import { useQuery } from "@tanstack/react-query";
import { patch } from "../../api/client.ts";
import { judgeAgain, questionsQuery, workQuery } from "../../api/compliance-queries.ts";
import { profileQuery, queryClient } from "../../api/queries.ts";
import type { Question, Work } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice, TextField } from "../../design/Field.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { optionWords } from "./option-words.ts";

/** Answers change what is asked for: everything judged is asked again. */
export async function saveAnswers(answers: Work["answers"], setUp = false): Promise<void> {
  const work = await patch<Work>("/api/me/work", { answers, ...(setUp ? { setUp: true } : {}) });
  queryClient.setQueryData(workQuery.queryKey, work);
  if ("role" in answers) await queryClient.invalidateQueries({ queryKey: profileQuery.queryKey });
  await judgeAgain();
}

/** One question, where its answer first matters. */
export function AnswerQuestion({ fact, onAnswered }: { fact: string; onAnswered?: () => void }) {
  const questions = useQuery(questionsQuery);
  const work = useQuery(workQuery);
  return (
    <AsyncView query={questions} waiting={<Skeleton height="6rem" />}>
      {(all) => {
        const question = all.get(fact);
        return question && work.data ? (
          <Asked question={question} known={work.data.answers[fact]} onAnswered={onAnswered} />
        ) : null;
      }}
    </AsyncView>
  );
}

interface AskedProps {
  question: Question;
  known: Work["answers"][string] | undefined;
  onAnswered: (() => void) | undefined;
}

function Asked({ question, known, onAnswered }: AskedProps) {
  const form = useSubmit(async (values) => {
    await saveAnswers({ [question.id]: readAnswer(question, values) });
    announce("Answered.");
    onAnswered?.();
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <AnswerField question={question} known={known} error={form.errorOf(question.id)} />
      <div className="actions">
        <Button type="submit" look={known === undefined ? "main" : "calm"} busy={form.busy && "Saving"}>
          {known === undefined ? "Answer" : "Change the answer"}
        </Button>
      </div>
    </form>
  );
}

interface AnswerFieldProps {
  question: Question;
  known: Work["answers"][string] | undefined;
  error: string | undefined;
  /** The screen's own heading asks it already. */
  headed?: boolean;
}

export function AnswerField({ question, known, error, headed }: AnswerFieldProps) {
  const { id, kind, options = [] } = question;
  const ask = headed ? <span className="unseen">{question.ask}</span> : question.ask;
  if (kind === "number") {
    return (
      <TextField
        name={id}
        label={ask}
        inputMode="numeric"
        className="short"
        autoComplete="off"
        defaultValue={known === undefined ? "" : String(known)}
        error={error}
      />
    );
  }
  const choices =
    kind === "boolean"
      ? [
          { value: "true", label: "Yes" },
          { value: "false", label: "No" },
        ]
      : options.map((value) => ({ value, label: optionWords(value) }));
  return (
    <Choice
      name={id}
      label={ask}
      options={choices}
      {...(known === undefined ? {} : { defaultValue: String(known) })}
      error={error}
    />
  );
}

/** What was chosen or typed. Throws `FieldErrors` where that is no answer. */
export function readAnswer({ id, kind }: Pick<Question, "id" | "kind">, values: Values): string | number | boolean {
  const typed = values.text(id);
  if (kind === "number") {
    if (!/^\d{1,4}$/.test(typed))
      throw new FieldErrors([{ field: id, message: "Enter a whole number, for example 6" }]);
    return Number(typed);
  }
  if (typed === "") throw new FieldErrors([{ field: id, message: "Choose one answer" }]);
  return kind === "boolean" ? typed === "true" : typed;
}
