import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarClock, FilePlus2, Search } from "lucide-react";
import { useState } from "react";
import { documentsQuery, transfersQuery, typesQuery } from "../../api/queries.ts";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { ButtonLink } from "../../design/Button.tsx";
import { DocumentCard } from "../../design/DocumentCard.tsx";
import { dayOf } from "../../design/day.ts";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { groupPapers } from "./group-papers.ts";
import { holdersInWords, openHolders } from "./holders.ts";
import { stateOf } from "./paper-state.ts";
import { currentVersion, firstPage } from "./pictures.ts";
import { type Showing, showingFrom, showings } from "./showing.ts";
import "./documents.css";

export default function Documents() {
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  return (
    <>
      <PageHead title="Documents">
        {documents.data && documents.data.length > 0 ? (
          <ButtonLink to="/expiry" look="calm" icon={CalendarClock}>
            Expiry, by month
          </ButtonLink>
        ) : null}
      </PageHead>
      <AsyncView query={documents} waiting={<Skeleton height="8rem" lines={4} />}>
        {(papers) =>
          papers.length === 0 ? (
            <EmptyState icon={FilePlus2} title="Your passport is empty. Start with any one document: a minute's work">
              <ButtonLink to="/documents/add" look="main">
                Add a document
              </ButtonLink>
            </EmptyState>
          ) : (
            <AsyncView query={types} waiting={<Skeleton height="8rem" lines={4} />}>
              {(catalogue) => <Papers papers={papers} types={catalogue} />}
            </AsyncView>
          )
        }
      </AsyncView>
    </>
  );
}

function Papers({ papers, types }: { papers: Document[]; types: Map<string, DocumentTypeItem> }) {
  const [query, setQuery] = useState("");
  const show = showingFrom(useSearch({ strict: false }).show) ?? "all";
  const navigate = useNavigate();
  const holders = openHolders(useQuery(transfersQuery).data ?? []);
  const today = dayOf(new Date());
  const groups = groupPapers(papers, { query, show, types, today, isOut: (id) => holders.has(id) });
  const found = groups.reduce((sum, { papers: members }) => sum + members.length, 0);
  return (
    <div className="stack loose">
      <search className="find">
        <label className="find-text">
          <span className="unseen">Search your papers</span>
          <Search size={20} aria-hidden />
          <input
            className="input"
            type="search"
            placeholder="Search your papers"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <label className="find-show">
          <span>Show</span>
          <select
            className="input"
            value={show}
            onChange={(event) => {
              const next = event.target.value as Showing;
              void navigate({ to: "/documents", search: next === "all" ? {} : { show: next }, replace: true });
            }}
          >
            {showings.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <p className="unseen" role="status">
          {count(found, "paper")} shown
        </p>
      </search>
      {found === 0 ? <NothingFound query={query} show={show} /> : null}
      {groups.map(({ category, name, papers: members }) => (
        <section key={category} className="stack" aria-labelledby={`group-${category}`}>
          <h2 id={`group-${category}`}>{name}</h2>
          <ul className="document-cards">
            {members.map((paper) => (
              <li key={paper.id}>
                <DocumentCard
                  id={paper.id}
                  title={paper.title}
                  picture={firstPage(paper)}
                  pending={currentVersion(paper)?.pictures === "pending"}
                  state={stateOf(paper, types.get(paper.type), today, papers)}
                  holders={holdersInWords(holders.get(paper.id) ?? [])}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NothingFound({ query, show }: { query: string; show: Showing }) {
  const title = query
    ? `No paper here is called “${query}”`
    : show === "ending"
      ? "All clear for the next 90 days"
      : show === "out"
        ? "No copies have left your passport"
        : "Nothing needs doing";
  return <EmptyState icon={Search} title={title} />;
}
