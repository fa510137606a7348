import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { readinessQuery } from "../../api/compliance-queries.ts";
import { documentsQuery, typesQuery } from "../../api/queries.ts";
import type { Document, DocumentTypeItem, ProfileReadiness } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { dayOf } from "../../design/day.ts";
import { Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { NothingToSend } from "../send/PaperPicker.tsx";
import { chosen } from "../send/picked.ts";
import { anyReader, beginPack } from "./begin-pack.ts";
import { PackMaking } from "./PackMaking.tsx";
import { PackPapers } from "./PackPapers.tsx";
import "./packs.css";

/** A pack for one agency, or for nobody in particular: first the papers, then the size and the press that makes it. */
export default function NewPack() {
  const documents = useQuery(documentsQuery);
  const types = useQuery(typesQuery);
  const readiness = useQuery(readinessQuery());
  const all =
    documents.data && types.data && readiness.data
      ? { papers: documents.data, types: types.data, lists: readiness.data.profiles }
      : undefined;
  const failed = [documents, types, readiness].find(({ error }) => error) ?? documents;
  if (all && all.papers.length > 0) return <Steps {...all} />;
  return (
    <div className="stack">
      <PageHead title="Make a pack" lead={"\u00a0"} back={<BackLink to="/packs">Packs to e-mail</BackLink>} />
      <AsyncView query={{ ...failed, data: all }} waiting={<Skeleton height="6rem" lines={5} />}>
        {() => <NothingToSend />}
      </AsyncView>
    </div>
  );
}

interface StepsProps {
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  lists: ProfileReadiness[];
}

/** What is ticked lives as long as this screen does, whichever step is in sight. */
function Steps({ papers, types, lists }: StepsProps) {
  const { for: whom, step } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [today] = useState(() => dayOf(new Date()));
  const agencies = lists.filter(({ myAgencyId }) => myAgencyId !== null);
  const agency = agencies.find(({ myAgencyId }) => myAgencyId === whom);
  // Whoever names no agency of their own is judged by the usual list of their profession; once they have one, by dates alone.
  const list = agency ?? (agencies.length === 0 ? lists[0] : undefined);
  const begin = (by: ProfileReadiness | undefined) => beginPack({ papers, types, list: by, today });
  const [kept, setKept] = useState(() => ({ whom, picked: begin(list) }));
  // Ticked for another agency: a change begins again at the safe start.
  const picked = kept.whom === whom ? kept.picked : begin(list);
  const going = chosen(picked, papers, anyReader);
  const pack = { agency, list, going };
  if (step === "make" && going.length > 0) return <PackMaking {...pack} />;
  return (
    <PackPapers
      {...pack}
      agencies={agencies}
      papers={papers}
      types={types}
      today={today}
      picked={picked}
      onPick={(next) => setKept({ whom, picked: next })}
      onAgency={(id) => void navigate({ to: "/packs/new", search: id ? { for: id } : {}, replace: true })}
      onDone={() => void navigate({ to: "/packs/new", search: { ...(whom ? { for: whom } : {}), step: "make" } })}
    />
  );
}
