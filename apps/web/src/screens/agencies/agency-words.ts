import type { MyAgency } from "../../api/types.ts";

/** Known to its owner alone: it can receive nothing here. */
export const isNotHere = ({ state }: Pick<MyAgency, "state">): boolean => state === "not-here";

/** What an agency can receive now, as a sentence. */
export function receivesWords({ state }: Pick<MyAgency, "state">): string {
  switch (state) {
    case "approved":
      return "It can receive copies here.";
    case "waiting":
      return "It asked to join. It can receive copies once our team has let it in.";
    case "suspended":
      return "It is suspended: it opens nothing and receives nothing now.";
    case "not-here":
      return "It has not joined. Only you see this entry. Until it joins, you can prepare copies, and make a pack to e-mail.";
  }
}
