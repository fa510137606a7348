/**
 * Kinds of paper of which the agency must see the original itself; a copy never counts as that. Data with its sources,
 * as every rule here: DBS status checks want the original certificate (DBS, how to let an organisation carry out a status
 * check), right to work is the employer's own check (Home Office guidance), NHS employers want original identity papers
 * at the start (NHS Employers, employment check FAQs), agencies see the original degree (an agency's published FAQs).
 */
export const originalsToShow = {
  version: "2026-11",
  types: [
    "dbs-certificate",
    "passport",
    "driving-licence",
    "national-id-card",
    "other-photo-id",
    "rtw-british-irish",
    "birth-certificate",
    "primary-qualification",
  ],
} as const;

const wanted: ReadonlySet<string> = new Set(originalsToShow.types);

export function originalMustBeShown(type: string): boolean {
  return wanted.has(type);
}
