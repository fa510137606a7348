import { useState } from "react";
import type { AgencyListItem } from "../../api/types.ts";
import type { Picked } from "./picked.ts";

/** A sending that is being made. Kept in this tab only, so that going back or loading again loses nothing. */
export interface Draft {
  agency: AgencyListItem | null;
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
export function chooseAgency(personId: string, agency: AgencyListItem): Draft {
  const same = readDraft(personId).agency?.id === agency.id;
  return changeDraft(personId, { agency, ...(same ? {} : { picked: null }) });
}

export const clearDraft = (personId: string) => sessionStorage.removeItem(place(personId));

export function useDraft(personId: string): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => readDraft(personId));
  return [draft, (change) => setDraft(changeDraft(personId, change))];
}
