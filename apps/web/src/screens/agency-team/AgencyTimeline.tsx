import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { agencyTimelineQuery } from "../../api/agency-queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { EmptyState, Skeleton } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { EntryList } from "../overview/Timeline.tsx";

/** The agency's own log: what its people did, and what was sent to it. */
export default function AgencyTimeline() {
  const query = useInfiniteQuery(agencyTimelineQuery());
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHead title="Timeline" lead="What people at your agency did here, newest first." />
      <div className="stack">
        <AsyncView query={{ ...query, data: entries }} waiting={<Skeleton height="2.75rem" lines={6} />}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={ScrollText} title="This fills up as things happen here" />
            ) : (
              <>
                <h2 className="unseen">By day</h2>
                <EntryList entries={all} />
              </>
            )
          }
        </AsyncView>
        {query.hasNextPage ? (
          <Button
            look="calm"
            className="more"
            busy={query.isFetchingNextPage && "Loading earlier entries"}
            onClick={() => void query.fetchNextPage()}
          >
            Show earlier entries
          </Button>
        ) : null}
      </div>
    </>
  );
}
