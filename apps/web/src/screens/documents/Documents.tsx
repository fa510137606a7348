import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarClock, FilePlus2, ListChecks, Search } from "lucide-react";
import { useState } from "react";
import { documentsQuery, transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { DocumentCard } from "../../design/DocumentCard.tsx";
import { dayOf } from "../../design/day.ts";
import { FindBar } from "../../design/FindBar.tsx";
import { EmptyState, Skeleton, Tag } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { type MergedRequirement, mergeLists } from "../requirements/merge-lists.ts";
import { OfAll } from "../requirements/RequirementGroups.tsx";
import { useReadiness } from "../requirements/useReadiness.ts";
import { sentBackNotes } from "../send/sent-back-notes.ts";
import { groupPapers } from "./group-papers.ts";
import { holdersInWords, openHolders } from "./holders.ts";
import { stateOf } from "./paper-state.ts";
import { currentVersion, firstPage } from "./pictures.ts";
import { type Showing, showingFrom, showings } from "./showing.ts";
import { Wanted } from "./Wanted.tsx";
import "../requirements/requirements.css";

export default function Documents() {
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  const { readiness, unasked } = useReadiness();
  const requirements = readiness ? mergeLists(readiness.profiles) : [];
  return (
    <>
      <PageHead title="Documents">
        {documents.data && documents.data.length > 0 ? (
          <ButtonLink to="/expiry" look="calm" icon={CalendarClock}>
            Expiry, by month
          </ButtonLink>
        ) : null}
      </PageHead>
      {unasked ? <SetUpFirst /> : null}
      <AsyncView query={documents} waiting={<Skeleton height="8rem" lines={4} />}>
        {(papers) =>
          papers.length === 0 && requirements.length === 0 ? (
            <EmptyState icon={FilePlus2} title="Your passport is empty. Start with any one document: a minute's work">
              <ButtonLink to="/documents/add" look="main">
                Add a document
              </ButtonLink>
            </EmptyState>
          ) : (
            <AsyncView query={types} waiting={<Skeleton height="8rem" lines={4} />}>
              {(catalogue) => <Papers papers={papers} types={catalogue} requirements={requirements} />}
            </AsyncView>
          )
        }
      </AsyncView>
    </>
  );
}

function SetUpFirst() {
  return (
    <div className="actions">
      <ButtonLink to="/set-up" look="calm" icon={ListChecks}>
        See what is missing: four short questions
      </ButtonLink>
    </div>
  );
}

interface PapersProps {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  requirements: MergedRequirement[];
}

function Papers({ papers, types, requirements }: PapersProps) {
  const [query, setQuery] = useState("");
  const show = showingFrom(useSearch({ strict: false }).show) ?? "all";
  const navigate = useNavigate();
  const transfers = useQuery(transfersQuery).data ?? [];
  const holders = openHolders(transfers);
  const backs = sentBackNotes(papers, transfers);
  const today = dayOf(new Date());
  const groups = groupPapers(papers, {
    ...{ query, show, types, today, requirements },
    isOut: (id) => holders.has(id),
    wasSentBack: (id) => backs.has(id),
  });
  const several = new Set(requirements.flatMap(({ askers }) => askers)).size > 1;
  const found = groups.reduce((sum, { papers: members }) => sum + members.length, 0);
  const wanted = groups.reduce((sum, { wanted: members }) => sum + members.length, 0);
  return (
    <div className="stack loose">
      <FindBar
        label="Search your papers"
        placeholder="Search your papers"
        typed={query}
        onType={setQuery}
        show={show}
        showings={showings}
        onShow={(next) =>
          void navigate({ to: "/documents", search: next === "all" ? {} : { show: next }, replace: true })
        }
        found={`${count(found, "paper")} shown${wanted > 0 ? `, ${count(wanted, "thing")} still wanted` : ""}`}
      />
      {found + wanted === 0 ? <NothingFound query={query} show={show} /> : null}
      {groups.map((group) => (
        <section key={group.category} className="stack tight" aria-labelledby={`group-${group.category}`}>
          <h2 id={`group-${group.category}`} className="group-head">
            {group.name} {group.asked > 0 ? <OfAll held={group.held} all={group.asked} /> : null}
          </h2>
          <Wanted wanted={group.wanted} several={several} today={today} />
          {group.papers.length > 0 ? (
            <ul className="document-cards">
              {group.papers.map((paper) => (
                <li key={paper.id}>
                  <DocumentCard
                    id={paper.id}
                    title={paper.title}
                    picture={firstPage(paper)}
                    pending={currentVersion(paper)?.pictures === "pending"}
                    state={stateOf(paper, types.get(paper.type), today, papers)}
                    holders={holdersInWords(holders.get(paper.id) ?? [])}
                    extra={<SentBack note={backs.get(paper.id)} />}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function SentBack({ note }: { note: string | undefined }) {
  return note === undefined ? null : (
    <p className="small" dir="auto">
      <Tag look="problem">Sent back</Tag> {note}
    </p>
  );
}

const nothing: Record<Showing, string> = {
  all: "Nothing here",
  missing: "Nothing is missing",
  unfinished: "Nothing needs doing",
  ending: "All clear for the next 90 days",
  expired: "Nothing has run out",
  "sent-back": "No agency has sent a paper back",
  out: "No copies have left your passport",
};

function NothingFound({ query, show }: { query: string; show: Showing }) {
  return <EmptyState icon={Search} title={query ? `Nothing here is called “${query}”` : nothing[show]} />;
}
