import type { FileFacts } from "../../platform/sandbox/index.ts";
import type { ContentRow, FileRow } from "./contents.store.ts";

export interface PicturedFile {
  n: number;
  facts: FileFacts;
}

export interface PicturesOutcome {
  content: Pick<ContentRow, "pages" | "pictures" | "pictures_reason">;
  files: Pick<FileRow, "n" | "pages" | "has_place">[];
}

/** What is known of a version once its files were looked at: pages through all files, pictures or none, and why fewer. */
export function outcomeOf(files: readonly PicturedFile[]): PicturesOutcome {
  const pages = files.reduce((sum, { facts }) => sum + facts.pages, 0);
  const pictures = files.reduce((sum, { facts }) => sum + facts.pictures, 0);
  const reason = files.find(({ facts }) => facts.reason !== undefined)?.facts.reason;
  return {
    content: {
      pages,
      pictures: pictures > 0 ? "ready" : "none",
      pictures_reason: reason ?? (pictures === 0 ? "no-pictures" : null),
    },
    files: files.map(({ n, facts }) => ({ n, pages: facts.pages, has_place: facts.hasPlace })),
  };
}
