import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { uploadsQuery } from "../../api/agency-queries.ts";
import { typesQuery } from "../../api/queries.ts";
import type { UploadNotice } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { EmptyState, Notice, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { categoryNames } from "../documents/categories.ts";
import "./staff.css";

/** Notes that papers arrived: what kind and when, never whose and never what is in them. */
export default function Uploads() {
  const query = useInfiniteQuery(uploadsQuery());
  const notices = query.data?.pages.flatMap(({ items }) => items);
  return (
    <div className="stack loose">
      <PageHead title="Uploads" lead="Notes that papers arrived, newest first." />
      <Notice>
        <p>
          Nobody here can open these papers, or see whose they are. For health, criminal-record and financial papers
          even the kind is left out. The reference is the same for all papers of one person, and leads to nobody. Each
          locum's timeline says that this note was made.
        </p>
      </Notice>
      <AsyncView query={{ ...query, data: notices }} waiting={<Skeleton height="2.75rem" lines={8} />}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={Upload} title="No paper has arrived yet" />
          ) : (
            <NoticeTable notices={all} />
          )
        }
      </AsyncView>
      {query.hasNextPage ? (
        <div className="actions">
          <Button
            look="calm"
            busy={query.isFetchingNextPage && "Loading earlier notes"}
            onClick={() => void query.fetchNextPage()}
          >
            Show earlier notes
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function NoticeTable({ notices }: { notices: UploadNotice[] }) {
  const types = useQuery(typesQuery).data;
  return (
    <table className="notes">
      <caption className="unseen">Notes of papers that arrived</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Reference</th>
        </tr>
      </thead>
      <tbody>
        {notices.map(({ id, at, type, category, reference }) => (
          <tr key={id}>
            <td>
              <time dateTime={at}>{momentInWords(at)}</time>
            </td>
            <td>
              {type === category
                ? `${categoryNames[category] ?? category} (kind not told)`
                : (types?.get(type)?.name ?? categoryNames[category] ?? type)}
            </td>
            <td>
              <code>{reference}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
