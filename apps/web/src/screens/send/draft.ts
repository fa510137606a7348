import { useState } from "react";
import type { MyAgency, TransferDraft } from "../../api/types.ts";
import type { Picked } from "./picked.ts";

/** Whom it is for. Without an id it is not here yet: then it can be prepared and kept, and not sent. */
export interface Addressee {
  id: string | null;
  name: string;
  mayHoldCriminalRecords: boolean;
}

/** A sending that is being made. Kept in this tab only, so that going back or loading again loses nothing. */
export interface Draft {
  agency: Addressee | null;
  /** The entry of my agencies it is prepared for, where there is one: only such a sending can be kept for later. */
  myAgencyId: string | null;
  /** The kept draft it goes on from: sent together with it, once. */
  draftId: string | null;
  /** The one paper somebody came to send; nothing else starts ticked then. */
  only: string | null;
  picked: Picked | null;
  purpose: string;
  purposeText: string;
  note: string;
  until: string;
  /** Day, month and year as typed, for `until: "day"`. */
  day: [day: string, month: string, year: string];
  /** "yes", "no", or nothing chosen yet. */
  mayDownload: string;
  onward: string;
}

const empty: Draft = {
  agency: null,
  myAgencyId: null,
  draftId: null,
  only: null,
  picked: null,
  purpose: "",
  purposeText: "",
  note: "",
  until: "90",
  day: ["", "", ""],
  mayDownload: "",
  onward: "none",
};

// Under the person's own id: whoever signs in next in this tab begins with nothing.
const place = (personId: string) => `sending ${personId}`;

function readDraft(personId: string): Draft {
  const kept = sessionStorage.getItem(place(personId));
  if (kept === null) return empty;
  try {
    return { ...empty, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return empty;
  }
}

function changeDraft(personId: string, change: Partial<Draft>): Draft {
  const next = { ...readDraft(personId), ...change };
  sessionStorage.setItem(place(personId), JSON.stringify(next));
  return next;
}

/** What is ticked was judged for another receiver: a change of agency begins again at the safe start. */
export function chooseAgency(personId: string, agency: Addressee, myAgencyId: string | null = null): Draft {
  const before = readDraft(personId);
  const same = before.agency !== null && before.agency.id === agency.id && before.agency.name === agency.name;
  return changeDraft(personId, { agency, myAgencyId, ...(same ? {} : { picked: null, draftId: null }) });
}

/** For an agency of mine, here or not. Whether one that is not here may hold criminal-record papers is asked when it is sent. */
export function prepareFor(personId: string, { id, agencyId, name, state, mayHoldCriminalRecords }: MyAgency): Draft {
  const agency = {
    id: state === "approved" ? agencyId : null,
    name,
    mayHoldCriminalRecords: mayHoldCriminalRecords ?? true,
  };
  return chooseAgency(personId, agency, id);
}

/** Goes on from what was kept. The lines for guarded kinds are ticked anew: a yes belongs to the moment of sending. */
export function goOnFrom(personId: string, kept: TransferDraft, mine: MyAgency): Draft {
  prepareFor(personId, mine);
  const [year = "", month = "", day = ""] = (kept.endsOn ?? "").split("-");
  return changeDraft(personId, {
    draftId: kept.id,
    only: null,
    picked: { papers: kept.documentIds, kinds: [], details: {}, removePlace: true },
    purpose: kept.purpose ?? "",
    purposeText: kept.purposeText ?? "",
    note: kept.note ?? "",
    ...(kept.endsOn === null ? {} : { until: "day", day: [day, month, year] }),
    mayDownload: kept.mayDownload === null ? "" : kept.mayDownload ? "yes" : "no",
    onward: kept.onward ?? "none",
  });
}

export const clearDraft = (personId: string) => sessionStorage.removeItem(place(personId));

export function useDraft(personId: string): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => readDraft(personId));
  return [draft, (change) => setDraft(changeDraft(personId, change))];
}
