/** How a paper's life is worked out. Periods are data: nearly every one differs between hirers and changes. */
export const validityModes = ["explicit", "age", "both", "refresh", "check", "never", "current"] as const;
export type ValidityMode = (typeof validityModes)[number];

/** Another period where a field has certain values: council tax counts for twelve months, a gas bill for three. */
export interface PeriodVariant {
  readonly when: { readonly field: string; readonly oneOf: readonly string[] };
  readonly months?: number;
  readonly days?: number;
}

/** Repeating ends of a register: the first end on or after the look-up counts, moved from the anchor by `everyMonths`. */
export interface FixedWindows {
  /** Field whose value picks the anchor; without it the anchor `all` counts. */
  readonly key?: string;
  /** Field holding the day of the look-up. */
  readonly asOf: string;
  readonly everyMonths: number;
  readonly anchors: Readonly<Record<string, string>>;
}

/** Fields are named by id; days are `YYYY-MM-DD`, civil dates in Europe/London; the last day counts. */
export interface ValidityRule {
  readonly mode: ValidityMode;
  readonly from?: string;
  readonly months?: number;
  readonly days?: number;
  readonly until?: string;
  readonly start?: string;
  readonly noEndIf?: string;
  readonly variants?: readonly PeriodVariant[];
  /** A day after which nothing of this type is good. */
  readonly lapsedOn?: string;
  readonly fixedWindows?: FixedWindows;
  readonly derive?: { readonly from: string; readonly months: number; readonly appliesFrom: string };
  /** A live subscription with the same number keeps the certificate good (DBS Update Service). */
  readonly unless?: { readonly type: string; readonly matching: string };
  /** Days before the end that count as expiring; 90 when absent. */
  readonly warnDays?: number;
  readonly note?: string;
}
