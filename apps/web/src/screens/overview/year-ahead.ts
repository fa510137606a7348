import type { Expiry } from "../../api/types.ts";

export interface Month {
  /** `YYYY-MM`. */
  month: string;
  endings: Expiry[];
}

/** The twelve months from this one, each with the papers whose last good day falls in it. */
export function yearAhead(expiries: readonly Expiry[], today: string): Month[] {
  const [year = 0, first = 1] = today.split("-").map(Number);
  return Array.from({ length: 12 }, (_, ahead) => {
    const at = first - 1 + ahead;
    const month = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    const within = expiries.filter(({ endsOn, daysLeft }) => daysLeft >= 0 && endsOn.startsWith(month));
    return { month, endings: within.toSorted((one, two) => one.endsOn.localeCompare(two.endsOn)) };
  });
}
