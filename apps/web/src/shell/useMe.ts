import { useSuspenseQuery } from "@tanstack/react-query";
import { meQuery } from "../api/queries.ts";
import type { Me } from "../api/types.ts";

/** Who is signed in, on screens behind the sign-in. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error("This screen is only shown to somebody who is signed in");
  return data;
}
