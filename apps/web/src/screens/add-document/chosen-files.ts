import { size } from "../../design/words.ts";

export interface ChosenFile {
  key: string;
  file: File;
}

const mostFiles = 20;
const kinds = /\.(pdf|jpe?g|png|webp|heic|heif)$/i;
const word = /\.docx$/i;

export const accepts = (isCv: boolean) =>
  `application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif,.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif${isCv ? ",.docx" : ""}`;

/** What is wrong with a choice of files, one line each, before anything is sent. The service looks inside and has the last word. */
export function faultsOf(files: ChosenFile[], isCv: boolean, maxBytes: number): string[] {
  const faults = files.flatMap(({ file }) => {
    if (file.size === 0) return [`${file.name}: this file has nothing in it. Choose another one`];
    if (file.size > maxBytes)
      return [`${file.name}: choose a file smaller than ${size(maxBytes)}. This one has ${size(file.size)}`];
    if (word.test(file.name) && !isCv)
      return [`${file.name}: a Word file is taken for a CV only. Save it as a PDF, then choose that`];
    if (!kinds.test(file.name) && !word.test(file.name))
      return [`${file.name}: choose a PDF, JPG, PNG, HEIC or WebP file`];
    return [];
  });
  if (files.length > mostFiles) faults.unshift(`Choose ${mostFiles} files or fewer at a time`);
  return faults;
}

/** Moves one file by a step; at either end it stays. */
export function moved(files: ChosenFile[], at: number, step: -1 | 1): ChosenFile[] {
  const to = at + step;
  const [one, two] = [files[at], files[to]];
  if (!one || !two) return files;
  return files.with(at, two).with(to, one);
}

/** Adds what was chosen; the same file twice in one choice is one file. */
export function joined(files: ChosenFile[], added: Iterable<File>): ChosenFile[] {
  const known = new Set(files.map(({ key }) => key));
  const next = [...files];
  for (const file of added) {
    const key = `${file.name}/${file.size}/${file.lastModified}`;
    if (known.has(key)) continue;
    known.add(key);
    next.push({ key, file });
  }
  return next;
}
