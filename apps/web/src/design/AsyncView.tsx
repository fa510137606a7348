import type { ReactNode } from "react";
import { wordsOf } from "../api/problem.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./surface.tsx";

interface AsyncViewProps<T> {
  /** What `useQuery` or `useInfiniteQuery` answers. */
  query: { data: T | undefined; error: Error | null; refetch: () => unknown; isFetching: boolean };
  /** Keeps the space while it loads. */
  waiting: ReactNode;
  children: (data: T) => ReactNode;
}

/** What a screen shows of something loaded: its space, then the thing, or what went wrong and a way to try again. */
export function AsyncView<T>({ query, waiting, children }: AsyncViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const { title, detail } = wordsOf(query.error);
    return (
      <Notice look="problem" title={title} live>
        <p>{detail}</p>
        <div className="actions">
          <Button look="calm" busy={query.isFetching && "Trying again"} onClick={() => void query.refetch()}>
            Try again
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <div aria-busy="true">
      <span className="unseen">Loading</span>
      {waiting}
    </div>
  );
}
