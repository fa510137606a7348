import { useState } from "react";
import type { ProfileDraft } from "./profile-draft.ts";

// Under the person's and the agency's own id: whoever signs in next in this tab begins with nothing.
const place = (personId: string, agencyId: string) => `agency-profile ${personId} ${agencyId}`;

/** Unsaved changes are kept in this tab only, so that loading the page again loses nothing. */
export interface DraftStore {
  read: () => ProfileDraft | undefined;
  keep: (draft: ProfileDraft) => void;
  clear: () => void;
}

export function draftStore(personId: string, agencyId: string): DraftStore {
  const key = place(personId, agencyId);
  return {
    read: () => parsed(sessionStorage.getItem(key)),
    keep: (draft) => sessionStorage.setItem(key, JSON.stringify(draft)),
    clear: () => sessionStorage.removeItem(key),
  };
}

function parsed(kept: string | null): ProfileDraft | undefined {
  if (kept === null) return undefined;
  try {
    const draft = JSON.parse(kept) as ProfileDraft;
    return Array.isArray(draft.profile.requirements) ? draft : undefined;
  } catch {
    return undefined;
  }
}

export type ChangeDraft = (change: (draft: ProfileDraft) => ProfileDraft) => void;

/** The draft that is kept, else the one to begin with, which is kept with its first change. */
export function useDraft(store: DraftStore, begin: ProfileDraft | undefined) {
  const [draft, setDraft] = useState(() => store.read() ?? begin);
  const keep = (next: ProfileDraft) => {
    store.keep(next);
    setDraft(next);
  };
  const beginAgain = (next: ProfileDraft) => {
    store.clear();
    setDraft(next);
  };
  const change: ChangeDraft = (next) => {
    if (draft) keep(next(draft));
  };
  return { draft, keep, beginAgain, change };
}
