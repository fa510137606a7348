import type { MediaType } from "./documents.model.ts";

const LONGEST_NAME = 200;

/** The endings that fit each kind of content; the first is put behind a name that has none of them. */
const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jfif", "jpe"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif", "hif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
};

// Control characters (NUL and CR LF among them), format characters (direction marks, zero-width), separators, unassigned
// and private code points, lone surrogates: none of them shows, and each has been used to make a name read as another.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * The name as it is kept and shown: the last part of any path, NFC, without what cannot be seen, at most 200 characters
 * with its ending kept. Never empty, never a way into another folder.
 */
export function cleanFileName(sent: string, fallback = "file"): string {
  const seen = sent
    .normalize("NFC")
    .replace(/[\t\r\n]+/g, " ")
    .replace(unseen, "");
  const last = seen.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? "";
  const name = last
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  return shorten(name) || fallback;
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  return (
    characters
      .slice(0, LONGEST_NAME - ending.length)
      .join("")
      .trimEnd() + ending
  );
}

/** The name without its ending, for a title. */
export function stem(name: string): string {
  return name.replace(/\.[a-z0-9]{1,8}$/i, "") || name;
}

/**
 * The name a download gets. The attack: a file whose bytes are a PDF and whose name ends in `.hta` or `.html` is run by
 * whoever opens the download; so the last ending always fits the content.
 */
export function downloadName(name: string, mediaType: MediaType): string {
  const fitting = endings[mediaType];
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && fitting.includes(ending) ? name : `${name}.${fitting[0]}`;
}

/** RFC 6266 with both forms of the name: plain ASCII for old clients, and UTF-8 by RFC 8187. */
export function contentDisposition(how: "attachment" | "inline", name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%]/g, "_");
  return `${how}; filename="${ascii}"; filename*=UTF-8''${extendedValue(name)}`;
}

/** RFC 8187 section 3.2: everything but attr-char is percent-encoded. */
function extendedValue(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const LONGEST_STEM = 80; // a ZIP is unpacked into folders, and Windows takes 260 characters with all of them

/** Regular names for the files of one paper among many: its number, its title, and which file of how many. */
export function regularNames(
  { n, of, title }: { n: number; of: number; title: string },
  mediaTypes: readonly MediaType[],
): string[] {
  const number = String(n).padStart(Math.max(2, String(of).length), "0");
  const words = [...cleanFileName(title, "paper")].slice(0, LONGEST_STEM).join("").trimEnd();
  const stem = `${number} ${words}`;
  return mediaTypes.map((mediaType, at) =>
    downloadName(mediaTypes.length === 1 ? stem : `${stem} - ${at + 1} of ${mediaTypes.length}`, mediaType),
  );
}

/** Names inside one ZIP: numbered in page order, so that equal names stay apart and the order is kept. */
export function archiveNames(names: readonly string[]): string[] {
  const digits = String(names.length).length;
  return names.map((name, index) => `${String(index + 1).padStart(digits, "0")} ${name}`);
}
