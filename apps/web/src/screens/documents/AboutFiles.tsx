import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { documentsQuery } from "../../api/queries.ts";
import type { DocumentDetail } from "../../api/types.ts";
import { Notice } from "../../design/surface.tsx";
import { currentVersion } from "./pictures.ts";

/** What its owner should know of the files as they are: just added, the same as others, holding a place. */
export function AboutFiles({ paper, added }: { paper: DocumentDetail; added: boolean }) {
  const holdsPlace = currentVersion(paper)?.files.some(({ hasPlace }) => hasPlace) ?? false;
  if (!added && !holdsPlace && paper.identicalTo.length === 0) return null;
  return (
    <div className="stack">
      {added ? (
        <Notice look="done" title="Saved, and private to you" live>
          <p>
            Our team get a note that something arrived, and what kind. They cannot open it. Your timeline shows this
            too.
          </p>
        </Notice>
      ) : null}
      {paper.identicalTo.length > 0 ? <Identical ids={paper.identicalTo} /> : null}
      {holdsPlace ? (
        <Notice title="This photo holds the place where it was taken">
          <p>
            Nobody but you can see that. When you send a copy, we leave the place out unless you say otherwise. The
            pictures shown here do not hold it.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}

function Identical({ ids }: { ids: string[] }) {
  const documents = useQuery(documentsQuery);
  const others = documents.data?.filter(({ id }) => ids.includes(id)) ?? [];
  return (
    <Notice look="soon" title="You keep exactly these files already">
      <p>
        The same bytes are here as{" "}
        {others.map(({ id, title }, at) => (
          <span key={id}>
            {at > 0 ? ", " : ""}
            <Link to="/documents/$id" params={{ id }}>
              {title}
            </Link>
          </span>
        ))}
        . If you added this by accident, delete one of them.
      </p>
    </Notice>
  );
}
