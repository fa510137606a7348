import { dayInWords, documentType, type StatusWords, statusWords, type Validity } from "@locum-passport/compliance";
import type { Block } from "../../platform/pdf/index.ts";
import { type Copy, pageRanges, type WantedLine } from "./copies.model.ts";

/** Whose papers these are, as they are told to whoever reads the pack. */
export interface Person {
  name: string;
  profession: string | null;
  registrationNumber: string | null;
}

/** The list by which the cover page is ordered. */
export interface PackList {
  /** "Acme Locums"; null where the pack is for nobody in particular. */
  for: string | null;
  profile: { name: string; version: string; starter: boolean };
  lines: readonly WantedLine[];
}

export interface NamedPaper {
  documentId: string;
  type: string;
  title: string;
  details: Readonly<Record<string, unknown>>;
}

export const YOURS_TO_SEND = "this file is yours to send; we cannot stop or see what happens to it.";

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const packTitle = (person: Person, list: PackList): string =>
  `Papers of ${person.name}${list.for === null ? "" : ` for ${list.for}`}`;

/** "Dr A. Specimen · copy 7 of 28 · page 2 of 3" */
export function footOf(person: Person, copy: Copy<unknown>, copies: number, page: number, coarser = false): string {
  const words = `${person.name} · copy ${copy.n} of ${copies} · page ${page} of ${copy.pages.length}`;
  return coarser ? `${words} · made coarser to fit an e-mail` : words;
}

export const altOf = (title: string, page: number, of: number): string =>
  `${title}, page ${page} of ${of}, as a picture`;

/** The state of a paper on the day of the pack, by what its owner typed; it must still be true when it is read later. */
export function stateOf(paper: NamedPaper, validity: Validity | undefined): string {
  const type = documentType(paper.type);
  if (!type || !validity) return "No end date";
  const { status, expiresOn } = validity;
  if (status === "awaiting-date" || status === "missing") return "No date given";
  if ((status === "valid" || status === "expiring") && expiresOn !== null)
    return `In date until ${dayInWords(expiresOn)}`;
  if (status === "valid" || status === "expiring") return "No end date";
  const words: StatusWords = statusWords(
    type,
    { id: paper.documentId, type: paper.type, details: paper.details },
    validity,
  );
  return words.line;
}

interface CoverFacts {
  person: Person;
  list: PackList;
  copies: readonly Copy<NamedPaper>[];
  pages: number;
  day: string;
  stateOf(documentId: string): string;
}

/** What is asked for, what of it is in the file, and where. */
export function coverBlocks({ person, list, copies, pages, day, stateOf }: CoverFacts): Block[] {
  const byId = new Map(copies.map((copy) => [copy.paper.documentId, copy]));
  const used = new Set(list.lines.flatMap((line) => line.documents));
  const others = copies.filter((copy) => !used.has(copy.paper.documentId));
  const row = (title: string, copy: Copy<NamedPaper>) => [
    title,
    `${copy.n}  ${copy.paper.title}`,
    stateOf(copy.paper.documentId),
    pagesInWords(copy),
  ];
  const asked = list.lines.flatMap((line) => {
    const found = line.documents.flatMap((id) => byId.get(id) ?? []);
    if (line.state !== "in-pack" || found.length === 0) return [[line.title, absent(line), "", ""]];
    return found.map((copy, at) => row(at === 0 ? line.title : "", copy));
  });
  const head = ["What is asked for", "In this file", "State and date", "Pages"];
  const widths = [0.31, 0.29, 0.29, 0.11];
  return [
    { kind: "title", text: packTitle(person, list) },
    { kind: "text", text: `${aboutPerson(person)}Made on ${dayInWords(day)} with Locum Passport.` },
    { kind: "text", text: `${counted(copies.length, "copy", "copies")} on ${counted(pages, "page")}.` },
    { kind: "quiet", text: "States and dates are as the sender typed them, on the day above. These are copies." },
    { kind: "quiet", text: `${person.name}: ${YOURS_TO_SEND}` },
    { kind: "heading", text: listHeading(list) },
    { kind: "text", text: listWords(list) },
    { kind: "table", head, widths, rows: asked },
    ...(others.length === 0
      ? []
      : ([
          { kind: "heading", text: "Also in this file" },
          {
            kind: "table",
            head: ["Kind of paper", ...head.slice(1)],
            widths,
            rows: others.map((copy) => row(kindOf(copy.paper), copy)),
          },
        ] as const)),
  ];
}

export const kindOf = (paper: NamedPaper): string => documentType(paper.type)?.name ?? paper.type;

const absent = ({ state }: WantedLine): string =>
  state === "cannot-tell" ? "Depends on a question that is not answered" : "Not in this file";

function aboutPerson({ profession, registrationNumber }: Person): string {
  const words = [
    ...(profession === null || profession === ""
      ? []
      : [`${profession.charAt(0).toUpperCase()}${profession.slice(1)}`]),
    ...(registrationNumber === null || registrationNumber === ""
      ? []
      : [`registration number ${registrationNumber} as typed`]),
  ];
  return words.length === 0 ? "" : `${words.join(", ")}. `;
}

function pagesInWords({ first, pages }: Copy<unknown>): string {
  return pages.length === 1 ? String(first) : `${first} to ${first + pages.length - 1}`;
}

const listHeading = ({ for: name }: PackList): string =>
  name === null ? "What agencies usually ask for" : `What ${name} asks for`;

function listWords({ for: name, profile, lines }: PackList): string {
  const held = lines.filter((line) => line.state === "in-pack").length;
  const whose = profile.starter
    ? `${name === null ? "This" : `${name} has not written a list here: this`} is the starter list "${profile.name}", version ${profile.version}.`
    : `This is its own list, version ${profile.version}.`;
  return `${whose} Of the ${counted(lines.length, "thing")} on it ${held} ${held === 1 ? "is" : "are"} in this file. The agency decides.`;
}

/** The page in the place of one that could not be drawn. */
export function missingPage(title: string, page: number, of: number): { blocks: Block[]; words: string } {
  return {
    words: `Page ${page} of ${of} of ${title} is missing: the picture kept of it is damaged`,
    blocks: [
      { kind: "heading", text: `Page ${page} of ${of} of ${title} is missing` },
      { kind: "text", text: "The picture kept of this page is damaged. Ask the sender for the page." },
    ],
  };
}

/** The page of a paper that is in the ZIP only. */
export function byNamePage(title: string, files: readonly string[]): Block[] {
  return [
    { kind: "heading", text: title },
    { kind: "text", text: "There are no page pictures of this paper. It stands in the ZIP as it was added:" },
    ...files.map((text): Block => ({ kind: "text", text })),
  ];
}

export function restPage(title: string, pages: number): Block[] {
  return [
    { kind: "heading", text: `${title}: ${counted(pages, "more page")}` },
    {
      kind: "text",
      text: `Pictures were made of the pages before. The other ${counted(pages, "page")} cannot be shown here.`,
    },
  ];
}

/** The last page; nothing where there is nothing to say. */
export function notesBlocks(notes: {
  coarser: readonly number[];
  missing: readonly string[];
  showsEveryLetter: boolean;
}): Block[] {
  const blocks: Block[] = [];
  if (notes.coarser.length > 0) {
    const pages = pageRanges(notes.coarser);
    const words = `${notes.coarser.length === 1 ? "Page" : "Pages"} ${pages} of this file ${notes.coarser.length === 1 ? "was" : "were"} made coarser so that it fits an e-mail. The sender keeps finer ones.`;
    blocks.push({ kind: "text", text: words });
  }
  for (const text of notes.missing) blocks.push({ kind: "text", text: `${text}.` });
  if (!notes.showsEveryLetter)
    blocks.push({ kind: "text", text: "\u25af stands for a letter that the font of this file does not have." });
  return blocks.length === 0 ? [] : [{ kind: "heading", text: "About the pages of this file" }, ...blocks];
}
