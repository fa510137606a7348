import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { Download, RefreshCw, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { documentQuery, documentsQuery, typesQuery } from "../../api/queries.ts";
import type { DocumentDetail, DocumentTypeItem } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonAnchor, ButtonLink } from "../../design/Button.tsx";
import { StateLine } from "../../design/DocumentCard.tsx";
import { dayOf } from "../../design/day.ts";
import { Stamp } from "../../design/Stamp.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { Timeline } from "../overview/Timeline.tsx";
import { AboutFiles } from "./AboutFiles.tsx";
import { CountsFor } from "./CountsFor.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { Details } from "./Details.tsx";
import { Holders } from "./Holders.tsx";
import { LookUp } from "./LookUp.tsx";
import { OwnWords } from "./OwnWords.tsx";
import { Pages } from "./Pages.tsx";
import { stateOf } from "./paper-state.ts";
import { currentVersion } from "./pictures.ts";
import { Versions } from "./Versions.tsx";
import "./one-document.css";

export default function OneDocument() {
  const { id = "" } = useParams({ strict: false });
  const document = useQuery(documentQuery(id));
  const types = useQuery(typesQuery);
  return (
    <>
      <PageHead
        title={document.data?.title ?? (document.error ? "This document" : "Loading")}
        back={<BackLink to="/documents">Documents</BackLink>}
      />
      <AsyncView query={document} waiting={<Skeleton height="14rem" lines={2} />}>
        {(paper) => (
          <AsyncView query={types} waiting={<Skeleton height="14rem" lines={2} />}>
            {(catalogue) => <Whole paper={paper} type={catalogue.get(paper.type)} />}
          </AsyncView>
        )}
      </AsyncView>
    </>
  );
}

function Whole({ paper, type }: { paper: DocumentDetail; type: DocumentTypeItem | undefined }) {
  const { added } = useSearch({ strict: false });
  const [deleting, setDeleting] = useState(false);
  const version = currentVersion(paper);
  // A DBS certificate can stay good through a subscription kept beside it.
  const others = useQuery(documentsQuery).data ?? [];
  return (
    <div className="one-document">
      <div className="row between state-row">
        <StateLine state={stateOf(paper, type, dayOf(new Date()), others)} />
        {version ? <Stamp at={version.addedAt} /> : null}
      </div>
      <AboutFiles paper={paper} added={added === true} />
      {version ? <Pages paper={paper} version={version} /> : null}
      <div className="actions">
        {paper.type === "other" ? null : (
          <ButtonLink to="/send" search={{ paper: paper.id }} look="main" icon={Send}>
            Send copies
          </ButtonLink>
        )}
        <ButtonLink to="/documents/$id/replace" params={{ id: paper.id }} look="calm" icon={RefreshCw}>
          Add the new one
        </ButtonLink>
        <ButtonAnchor href={`/api/documents/${paper.id}/content`} icon={Download} download>
          Download
        </ButtonAnchor>
      </div>
      <Details key={`${paper.type} ${paper.changedAt}`} paper={paper} type={type} />
      <LookUp paper={paper} type={type} />
      <OwnWords key={`words ${paper.changedAt}`} paper={paper} />
      <CountsFor paper={paper} />
      <Holders paper={paper} />
      <Versions paper={paper} />
      <section className="stack" aria-labelledby="history">
        <h2 id="history">What happened to it</h2>
        <Timeline object={paper.id} />
      </section>
      <div className="actions">
        <Button look="danger" icon={Trash2} onClick={() => setDeleting(true)}>
          Delete this document
        </Button>
      </div>
      {deleting ? <DeleteDialog paper={paper} onClose={() => setDeleting(false)} /> : null}
    </div>
  );
}
