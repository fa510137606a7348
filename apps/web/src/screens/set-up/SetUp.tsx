import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { myAgenciesQuery, questionsQuery, workQuery } from "../../api/compliance-queries.ts";
import type { Question, Work } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { UseIt } from "../agencies/AddAgency.tsx";
import { FindAgency } from "../agencies/FindAgency.tsx";
import { AnswerField, readAnswer, saveAnswers } from "../requirements/AnswerQuestion.tsx";
import { RemindersStep } from "./RemindersStep.tsx";
import { type SetUpStep, setUpStepFrom, setUpSteps } from "./steps.ts";

const titles: Record<SetUpStep, string> = {
  what: "What do you do?",
  where: "Where do you work?",
  agencies: "Which agencies do you use?",
  reminders: "Shall we remind you?",
};

/** Four short questions. Everything else is asked where it first matters. Each can be passed over and answered later. */
export default function SetUp() {
  const step = setUpStepFrom(useSearch({ strict: false }).step) ?? "what";
  const place = setUpSteps.indexOf(step);
  const before = setUpSteps[place - 1];
  return (
    <div className="stack" key={step}>
      <PageHead
        title={titles[step]}
        lead={`Question ${place + 1} of ${setUpSteps.length}`}
        back={
          before ? (
            <BackLink to="/set-up" search={{ step: before }}>
              {titles[before]}
            </BackLink>
          ) : (
            <BackLink to="/overview">Overview</BackLink>
          )
        }
      />
      {step === "what" ? <OneQuestion fact="role" next="where" /> : null}
      {step === "where" ? <OneQuestion fact="nation" next="agencies" /> : null}
      {step === "agencies" ? <AgenciesStep /> : null}
      {step === "reminders" ? <RemindersStep /> : null}
    </div>
  );
}

function OneQuestion({ fact, next }: { fact: string; next: SetUpStep }) {
  const questions = useQuery(questionsQuery);
  const work = useQuery(workQuery);
  const waiting = <Skeleton height="3rem" lines={6} />;
  return (
    <AsyncView query={questions} waiting={waiting}>
      {(all) => (
        <AsyncView query={work} waiting={waiting}>
          {({ answers }) => {
            const question = all.get(fact);
            return question ? <Answered question={question} known={answers[fact]} next={next} /> : null;
          }}
        </AsyncView>
      )}
    </AsyncView>
  );
}

interface AnsweredProps {
  question: Question;
  known: Work["answers"][string] | undefined;
  next: SetUpStep;
}

function Answered({ question, known, next }: AnsweredProps) {
  const navigate = useNavigate();
  const form = useSubmit(async (values) => {
    const answer = readAnswer(question, values);
    if (answer !== known) await saveAnswers({ [question.id]: answer });
    await navigate({ to: "/set-up", search: { step: next } });
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <AnswerField question={question} known={known} error={form.errorOf(question.id)} headed />
      <div className="actions">
        <Button type="submit" busy={form.busy && "Saving"}>
          Go on
        </Button>
        <ButtonLink to="/set-up" search={{ step: next }} look="bare">
          Answer later
        </ButtonLink>
      </div>
    </form>
  );
}

function AgenciesStep() {
  const mine = useQuery(myAgenciesQuery);
  const added = mine.data ?? [];
  return (
    <div className="stack loose">
      {added.length > 0 ? (
        <section className="stack tight" aria-labelledby="on-list">
          <h2 id="on-list">On your list</h2>
          <ul className="plain-list">
            {added.map(({ id, name }) => (
              <li key={id} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FindAgency
        act={(agency) =>
          added.some(({ agencyId }) => agencyId === agency.id) ? (
            <span className="quiet">On your list</span>
          ) : (
            <UseIt agency={agency} onAdded={({ name }) => announce(`${name} is on your list.`)} />
          )
        }
        none={<p>Yours can be added all the same, for yourself.</p>}
      />
      <div className="actions">
        <ButtonLink to="/set-up" search={{ step: "reminders" }} look="main">
          Go on
        </ButtonLink>
        <ButtonLink to="/agencies/add" look="calm">
          Add one that is not here
        </ButtonLink>
      </div>
      <p className="small quiet">Without any, our starter list for your profession stands in.</p>
    </div>
  );
}
