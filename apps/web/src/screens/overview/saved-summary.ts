/** The summary of the record that this browser keeps, so that later changes show. It says nothing about any paper. */
export interface SavedSummary {
  text: string;
  vkey: string;
  savedAt: string;
  entries: number;
}

const place = (accountId: string) => `record-summary/${accountId}`;

export function savedSummary(accountId: string): SavedSummary | undefined {
  const kept = localStorage.getItem(place(accountId));
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept) as SavedSummary;
  } catch {
    return undefined;
  }
}

export function saveSummary(accountId: string, summary: SavedSummary) {
  localStorage.setItem(place(accountId), JSON.stringify(summary));
}

/** How many leaves the log had in a summary: the second line of a checkpoint. */
export function sizeOf(text: string): number | undefined {
  const size = text.split("\n")[1];
  return size !== undefined && /^\d{1,15}$/.test(size) ? Number(size) : undefined;
}

/** Hands a text to the person as a file. */
export function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
