import { isRule } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FilePlus2 } from "lucide-react";
import { readinessQuery, requirementsQuery } from "../../api/compliance-queries.ts";
import { documentsQuery, typesQuery } from "../../api/queries.ts";
import type { DocumentTypeItem, JudgedRequirement, ProfileReadiness, RequirementItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { DocumentCard, StateLine } from "../../design/DocumentCard.tsx";
import { dayOf } from "../../design/day.ts";
import { Fact, Facts, Notice, Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { stateOf } from "../documents/paper-state.ts";
import { currentVersion, firstPage } from "../documents/pictures.ts";
import { AnswerQuestion } from "./AnswerQuestion.tsx";
import { RuleLines } from "./RuleLines.tsx";
import { missingLine, needWords, requirementState } from "./requirement-state.ts";
import "./requirements.css";

/** One requirement of one list: what is wanted, by whom, why, what is here, what a good copy shows, what gets sent back. */
export default function Requirement() {
  const { profile = "", id = "" } = useParams({ strict: false });
  const lists = useQuery(requirementsQuery(profile));
  const item = lists.data?.items.find((one) => one.id === id);
  return (
    <div className="stack loose">
      <PageHead
        title={item?.title ?? (lists.data || lists.error ? "This requirement" : "Loading")}
        back={<BackLink to="/documents">Documents</BackLink>}
      />
      <AsyncView query={lists} waiting={<Skeleton height="8rem" lines={3} />}>
        {({ profile: list }) =>
          item ? (
            <Asked item={item} list={list} />
          ) : (
            <Notice title="This list asks for no such thing">
              <p>
                It may have changed. <Link to="/agencies">See what your agencies ask for</Link>.
              </p>
            </Notice>
          )
        }
      </AsyncView>
    </div>
  );
}

function Asked({ item, list }: { item: RequirementItem; list: ProfileReadiness["profile"] }) {
  const mine = useQuery(readinessQuery());
  const known = mine.data?.profiles.some(({ profile }) => profile.id === list.id) ?? false;
  // A list that none of my agencies uses is judged by itself.
  const alone = useQuery({ ...readinessQuery({ profile: list.id }), enabled: mine.isSuccess && !known });
  const readiness = known ? mine : alone;
  return (
    <AsyncView query={readiness} waiting={<Skeleton height="8rem" lines={2} />}>
      {({ profiles }) => {
        const askers = profiles.filter(({ profile }) => profile.id === list.id);
        const judged = askers[0]?.requirements.find(({ id }) => id === item.id);
        return (
          <>
            {judged ? <Standing judged={judged} /> : null}
            <Wanted
              item={item}
              list={list}
              askers={askers}
              others={othersAsking(mine.data?.profiles ?? [], item, list)}
            />
            <GoodCopies types={item.types} />
          </>
        );
      }}
    </AsyncView>
  );
}

/** Other agencies of mine whose list has a requirement of the same name. */
const othersAsking = (profiles: ProfileReadiness[], { id }: RequirementItem, list: { id: string }): string[] =>
  profiles.flatMap(({ name, profile, requirements }) =>
    profile.id !== list.id && requirements.some((one) => one.id === id && one.state !== "not-asked") ? [name] : [],
  );

function Standing({ judged }: { judged: JudgedRequirement }) {
  const facts = [...new Set(judged.missing.flatMap(({ fact }) => fact ?? []))];
  const state = requirementState(judged, dayOf(new Date()));
  const pieces = judged.missing.filter(({ fact }) => fact === null);
  const [piece] = pieces;
  const isTold = pieces.length === 1 && piece && [missingLine(piece), piece.words].includes(state.second);
  const lines = isTold ? [] : [...new Set(pieces.map(missingLine))];
  return (
    <section className="stack" aria-labelledby="standing">
      <h2 id="standing">Where you stand</h2>
      <StateLine state={state} />
      {facts.map((fact) => (
        <AnswerQuestion key={fact} fact={fact} />
      ))}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <Held ids={judged.documents} />
      {judged.state === "held" || judged.state === "not-asked" ? null : <AddOne judged={judged} />}
    </section>
  );
}

function Held({ ids }: { ids: string[] }) {
  const { data: papers = [] } = useQuery(documentsQuery);
  const { data: types } = useQuery(typesQuery);
  const today = dayOf(new Date());
  const held = papers.filter(({ id }) => ids.includes(id));
  if (held.length === 0 || !types) return null;
  return (
    <ul className="document-cards" aria-label="Papers that count">
      {held.map((paper) => (
        <li key={paper.id}>
          <DocumentCard
            id={paper.id}
            title={paper.title}
            picture={firstPage(paper)}
            pending={currentVersion(paper)?.pictures === "pending"}
            state={stateOf(paper, types.get(paper.type), today, papers)}
            holders="Counts here"
          />
        </li>
      ))}
    </ul>
  );
}

const mostButtons = 4;

function AddOne({ judged }: { judged: JudgedRequirement }) {
  const { data: types } = useQuery(typesQuery);
  const wanted = [...new Set(judged.missing.flatMap((piece) => piece.types))];
  const offered = (wanted.length > 0 ? wanted : judged.types).flatMap((id) => types?.get(id) ?? []);
  const [first, ...more] = offered;
  if (!first) return null;
  return (
    <div className="actions">
      <ButtonLink to="/documents/add" search={{ type: first.id }} look="main" icon={FilePlus2}>
        Add {nameIn(first)}
      </ButtonLink>
      {more.slice(0, mostButtons - 1).map((type) => (
        <ButtonLink key={type.id} to="/documents/add" search={{ type: type.id }} look="calm">
          Add {nameIn(type)}
        </ButtonLink>
      ))}
    </div>
  );
}

/** "Basic life support" → "basic life support"; "DBS certificate" as it is. */
const nameIn = ({ name }: DocumentTypeItem) =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

interface WantedProps {
  item: RequirementItem;
  list: ProfileReadiness["profile"];
  askers: ProfileReadiness[];
  others: string[];
}

function Wanted({ item, list, askers, others }: WantedProps) {
  const rule: unknown = item.rule;
  const names = askers.filter(({ myAgencyId }) => myAgencyId !== null).map(({ name }) => name);
  return (
    <section className="card stack" aria-labelledby="wanted">
      <h2 id="wanted">What is wanted</h2>
      {isRule(rule, "rule", () => {}) ? <RuleLines rule={rule} /> : null}
      <Facts>
        <Fact label="Who asks">
          {[...names, ...others].length > 0 ? (
            <ul className="plain">
              {[...names, ...others].map((name) => (
                <li key={name} dir="auto">
                  {name}
                </li>
              ))}
            </ul>
          ) : (
            <bdi>{list.name}</bdi>
          )}
        </Fact>
        <Fact label="When">{needWords[item.need]}</Fact>
        <Fact label="Why">{item.why}</Fact>
        <Fact label="Whose rule">
          {list.starter
            ? `Our starter list “${list.name}”, version ${list.version}. No agency of yours wrote it: yours may ask for something else.`
            : `${list.name} wrote it itself, version ${list.version}.`}
        </Fact>
        {item.source ? (
          <Fact label="Where it comes from">
            <a href={item.source.url} target="_blank" rel="noreferrer">
              {new URL(item.source.url).hostname} <span className="small">(opens a new tab)</span>
            </a>
          </Fact>
        ) : null}
      </Facts>
    </section>
  );
}

/** By kind of paper: what a good copy shows, and what gets sent back. */
function GoodCopies({ types }: { types: string[] }) {
  const catalogue = useQuery(typesQuery);
  const known = types.flatMap((id) => catalogue.data?.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="good">
      <h2 id="good">What a good copy shows</h2>
      {known.map((type, place) => (
        <details key={type.id} open={place === 0}>
          <summary>{type.name}</summary>
          <div className="stack tight">
            <p>{type.hint}</p>
            {type.commonRejections.length > 0 ? (
              <>
                <h3>What gets sent back</h3>
                <ul>
                  {type.commonRejections.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        </details>
      ))}
    </section>
  );
}
