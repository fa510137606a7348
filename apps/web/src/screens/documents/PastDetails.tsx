import { useQuery } from "@tanstack/react-query";
import { typesQuery } from "../../api/queries.ts";
import type { DocumentDetail } from "../../api/types.ts";
import { momentInWords } from "../../design/day.ts";
import { Fact, Facts } from "../../design/surface.tsx";
import { detailInWords } from "./detail-words.ts";

/** What stood in the details before each change: nothing is lost by correcting. */
export function PastDetails({ paper }: { paper: DocumentDetail }) {
  const types = useQuery(typesQuery);
  if (paper.changes.length === 0) return null;
  return (
    <details className="again">
      <summary>What stood here before ({paper.changes.length})</summary>
      <ol className="plain-list">
        {paper.changes.map((change) => {
          const type = types.data?.get(change.type);
          return (
            <li key={change.at}>
              <p className="small quiet">Until {momentInWords(change.at)}</p>
              <Facts>
                <Fact label="Name">{change.title}</Fact>
                <Fact label="What it is">{type?.name ?? change.type}</Fact>
                {(type?.fields ?? []).map((field) => {
                  const words = detailInWords(field, change.details[field.id]);
                  return words === undefined ? null : (
                    <Fact key={field.id} label={field.label}>
                      <bdi>{words}</bdi>
                    </Fact>
                  );
                })}
              </Facts>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
