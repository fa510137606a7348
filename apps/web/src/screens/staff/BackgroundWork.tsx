import { useMutation, useQuery } from "@tanstack/react-query";
import { Cog, RotateCw } from "lucide-react";
import { workQuery } from "../../api/agency-queries.ts";
import { post } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { JobGroup } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { Card, EmptyState, Fact, Facts, Notice, Skeleton, Tag } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { byNeed, workInWords, workName, workState } from "./work-words.ts";
import "./staff.css";

/** What the service does beside answering: how much waits, runs, fails and gave up. Never whose it is. */
export default function BackgroundWork() {
  const work = useQuery(workQuery);
  return (
    <div className="stack loose">
      <PageHead title="Work" lead={work.data ? workInWords(work.data) : "\u00a0"} />
      <AsyncView query={work} waiting={<Skeleton height="9rem" lines={3} />}>
        {(groups) =>
          groups.length === 0 ? (
            <EmptyState icon={Cog} title="No work has been set going yet" />
          ) : (
            <All groups={groups} />
          )
        }
      </AsyncView>
    </div>
  );
}

function All({ groups }: { groups: JobGroup[] }) {
  const sorted = byNeed(groups);
  const failing = sorted.filter((group) => ["stuck", "retrying"].includes(workState(group)));
  const moving = sorted.filter((group) => workState(group) === "moving");
  const quiet = sorted.filter((group) => workState(group) === "quiet");
  return (
    <>
      {failing.length > 0 ? (
        <section className="stack" aria-labelledby="failing">
          <h2 id="failing">Failing</h2>
          <ul className="queue">
            {failing.map((group) => (
              <li key={group.name}>
                <Failing group={group} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="in-order">
        <h2 id="in-order">In order</h2>
        {moving.length === 0 ? <p>Nothing else waits or runs now.</p> : <Moving groups={moving} />}
        {quiet.length > 0 ? (
          <details className="again">
            <summary>{count(quiet.length, "kind")} of work of which nothing waits</summary>
            <ul>
              {quiet.map(({ name }) => (
                <li key={name}>{workName(name)}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <p className="small quiet">
        Numbers only: nobody here sees whose work it is. Of a failure only its kind is kept. What you have tried again
        stands in the record under your name.
      </p>
    </>
  );
}

function Failing({ group }: { group: JobGroup }) {
  const { name, waiting, running, retrying, stuck, oldestAt, lastError } = group;
  const title = workName(name);
  const again = useMutation({
    mutationFn: () => post<JobGroup>(`/api/staff/jobs/${encodeURIComponent(name)}/retry`),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: workQuery.queryKey });
      announce(`${title}: tried again.`);
    },
  });
  const trouble = again.error ? wordsOf(again.error) : undefined;
  return (
    <Card aria-labelledby={`work-${name}`}>
      <h3 id={`work-${name}`}>{title}</h3>
      <div className="stack tight">
        <p className="row">
          {stuck > 0 ? <Tag look="problem">{stuck} gave up</Tag> : null}
          {retrying > 0 ? <Tag look="soon">{retrying} tried again by itself</Tag> : null}
        </p>
        <Facts>
          <Fact label="Last failure">{lastError === null ? "Not told" : <code>{lastError}</code>}</Fact>
          <Fact label="Oldest">{oldestAt === null ? "Not told" : `Since ${momentInWords(oldestAt)}`}</Fact>
          <Fact label="Beside it">
            {waiting} waiting, {running} running
          </Fact>
          <Fact label="Name in the log">
            <code>{name}</code>
          </Fact>
        </Facts>
        {trouble ? (
          <Notice look="problem" title={trouble.title} live>
            <p>{trouble.detail}</p>
          </Notice>
        ) : null}
        <div className="actions">
          <Button look="calm" icon={RotateCw} busy={again.isPending && "Trying again"} onClick={() => again.mutate()}>
            {stuck + retrying === 1 ? "Try it again now" : `Try all ${stuck + retrying} again now`}
            <span className="unseen">: {title}</span>
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Moving({ groups }: { groups: JobGroup[] }) {
  return (
    <table className="notes">
      <caption className="unseen">Work that waits or runs</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Waiting and running</th>
          <th scope="col">Oldest</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, waiting, running, oldestAt }) => (
          <tr key={name}>
            <td>{workName(name)}</td>
            <td>
              {waiting} waiting, {running} running
            </td>
            <td>{oldestAt === null ? "Not due yet" : `Since ${momentInWords(oldestAt)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
