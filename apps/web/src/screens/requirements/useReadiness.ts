import { useQuery } from "@tanstack/react-query";
import { readinessQuery, workQuery } from "../../api/compliance-queries.ts";
import type { Readiness } from "../../api/types.ts";

interface MyReadiness {
  /** Against my lists. Absent before it is known what somebody does: nobody's list is theirs then. */
  readiness: Readiness | undefined;
  isLoading: boolean;
  /** The four questions of the set-up are still to be answered. */
  unasked: boolean;
}

export function useReadiness(): MyReadiness {
  const work = useQuery(workQuery);
  const known = work.data?.answers.role !== undefined;
  const readiness = useQuery({ ...readinessQuery(), enabled: known });
  return {
    readiness: known ? readiness.data : undefined,
    isLoading: work.isLoading || readiness.isLoading,
    unasked: work.data?.setUpAt === null,
  };
}
