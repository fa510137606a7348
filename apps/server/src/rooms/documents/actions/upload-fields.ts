import { checkDetails, type DocumentType, documentType, londonDay } from "@locum-passport/compliance";
import { refusals, refuseDetails } from "../documents.errors.ts";
import { type Details, DOCX, mayBeDocx } from "../documents.model.ts";
import { stem } from "../file-names.ts";
import type { ReceivedFile } from "../upload-intake.ts";

/** The type, once everything is here. */
export function typeOf(fields: ReadonlyMap<string, string>): DocumentType {
  const id = fields.get("type")?.trim();
  const type = id === undefined ? undefined : documentType(id);
  if (type) return type;
  const message =
    id === undefined ? "Say what kind of paper this is, or `other`" : "Choose a type from /api/document-types";
  throw refusals.field("type", message);
}

export function detailsOf(type: DocumentType, fields: ReadonlyMap<string, string>, now: Date): Details {
  const text = fields.get("details")?.trim();
  return text ? checkedDetails(type, parseJson(text), now) : {};
}

/** Details by the type's fields; refuses with every field that cannot be used. */
export function checkedDetails(type: DocumentType, input: unknown, now: Date): Details {
  const { details, errors } = checkDetails(type, input, { today: londonDay(now.getTime()) });
  if (errors.length > 0) refuseDetails(errors);
  return { ...details };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.field("details", "Send the details as JSON");
  }
}

/** The title given, else the name of the type; a paper without a type yet is called what its file was called. */
export function titleOf(
  type: DocumentType,
  fields: ReadonlyMap<string, string>,
  files: readonly ReceivedFile[],
): string {
  const given = cleanTitle(fields.get("title") ?? "");
  if (given.length > 200) throw refusals.field("title", "Use 200 characters or fewer");
  if (given) return given;
  const [first] = files;
  return type.id === "other" && first ? stem(first.fileName) : type.name;
}

/** Without control and direction marks: a title stands in sentences of the timeline. */
export function cleanTitle(title: string): string {
  return title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
}

/** Refuses a word-processor file where the paper is not a CV. */
export function checkKinds(type: DocumentType, files: readonly { fileName: string; mediaType: string }[]): void {
  if (mayBeDocx(type.id)) return;
  const docx = files.find((file) => file.mediaType === DOCX);
  if (docx) throw refusals.docxOnlyForCv(docx.fileName);
}
