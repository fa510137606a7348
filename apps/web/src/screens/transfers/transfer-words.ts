import type { Copy, Transfer } from "../../api/types.ts";
import { dayInWords, dayOf } from "../../design/day.ts";
import { count, list } from "../../design/words.ts";

/** "Acme's", and "Acme Locums'" for a name that ends with s. */
export const whose = (name: string): string => (name.endsWith("s") ? `${name}'` : `${name}'s`);

/** Copies that stand: not replaced by a newer one of the same paper. */
export const standing = (copies: Copy[]) => copies.filter(({ replacedBy }) => replacedBy === null);
export const sentBackCopies = ({ state, copies }: Transfer) =>
  state === "active" ? standing(copies).filter(({ sentBack }) => sentBack !== null) : [];

/** "Until 23 December 2026", "You stopped it on 3 November 2026", "Ended by itself on 23 December 2026". */
export function endInWords({ state, endsOn, endedAt }: Pick<Transfer, "state" | "endsOn" | "endedAt">): string {
  if (state === "active") return `Until ${dayInWords(endsOn)}`;
  const on = endedAt ? dayOf(endedAt) : endsOn;
  if (state === "stopped") return `You stopped it on ${dayInWords(on)}`;
  return `Ended by itself on ${dayInWords(endedAt ? on : endsOn)}`;
}

/** "3 opened, 2 downloaded": what the agency did with the copies so far. */
export function useInWords(copies: Copy[]): string {
  const opened = copies.filter(({ openedAt }) => openedAt).length;
  const downloaded = copies.filter(({ downloadedAt }) => downloadedAt).length;
  if (opened === 0 && downloaded === 0) return "Nothing opened yet";
  return [opened > 0 ? `${opened} opened` : "", downloaded > 0 ? `${downloaded} downloaded` : ""]
    .filter(Boolean)
    .join(", ");
}

/** What stopping does and does not do, before it is done. */
export function beforeStop(agency: string, copies: Copy[]): string[] {
  const opened = copies.filter(({ openedAt, downloadedAt }) => openedAt && !downloadedAt).length;
  const downloaded = copies.filter(({ downloadedAt }) => downloadedAt).length;
  return [
    `${agency} will not be able to open these again, and whoever there is reading one now is cut off.`,
    downloaded > 0
      ? `They downloaded ${count(downloaded, "copy", "copies")}, which ${downloaded === 1 ? "stays" : "stay"} with them. You can ask ${agency} to delete ${downloaded === 1 ? "that" : "those"}.`
      : "They downloaded nothing.",
    ...(opened > 0
      ? [`They opened ${count(opened, "copy", "copies")} without downloading: what somebody saw cannot be taken back.`]
      : []),
    "Your originals stay here. The keys to their copies are destroyed: to let them look again, you send again.",
  ];
}

/** After a stop: what ended, and what may remain. */
export function afterStop(agency: string, stopped: { opened: string[]; downloaded: string[]; copies: Copy[] }): string {
  const titles = stopped.copies.filter(({ id }) => stopped.downloaded.includes(id)).map(({ title }) => title);
  const done = `Stopped. ${agency} has been told.`;
  if (titles.length === 0) {
    return stopped.opened.length === 0
      ? `${done} They had opened nothing.`
      : `${done} They had opened ${count(stopped.opened.length, "copy", "copies")} and downloaded nothing.`;
  }
  const named = titles.length <= 4 ? `: ${list(titles)}` : "";
  const held = titles.length === 1 ? "copy" : count(titles.length, "copy", "copies");
  return `${done} They still hold the ${held} they downloaded${named}.`;
}

export const receiptNames: Record<Transfer["receipts"][number]["kind"], string> = {
  sent: "Receipt of the sending",
  extended: "Receipt of the longer time",
  "copies-added": "Receipt of the added copies",
};
