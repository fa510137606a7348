import { fromUtf8 } from "./bytes.ts";
import { isCount } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { asList, isFields, isSha256, isText } from "./shape.ts";

export interface PackFile {
  /** Name inside the ZIP. */
  readonly path: string;
  readonly n: number;
  readonly mediaType: string;
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

export interface PackCopy {
  readonly type: string;
  readonly title: string;
  readonly files: readonly PackFile[];
  readonly [field: string]: unknown;
}

/** `manifest.json` of a transfer's pack. Fields may be added. */
export interface PackManifest {
  readonly v: 1;
  readonly transferId: string;
  readonly copies: readonly PackCopy[];
  readonly [field: string]: unknown;
}

/** Names in a pack that are about the copies rather than copies: these need no line in the manifest. */
export function isPackPaperwork(path: string): boolean {
  return /^(?:manifest\.json|manifest\.csv|README\.txt)$/.test(path) || isPackReceipt(path);
}

/** `receipt.jws`; further ones, of papers added or extended later, are `receipt-2.jws` and so on. */
export function isPackReceipt(path: string): boolean {
  return /^receipt(?:-[0-9]{1,4})?\.jws$/.test(path);
}

/** Throws `manifest-malformed`. A path may be named once only. */
export function parsePackManifest(bytes: Uint8Array): PackManifest {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes, "manifest-malformed"));
  } catch {
    throw malformed("is not JSON");
  }
  if (!isManifest(value)) throw malformed("does not have the fields of a manifest");
  const paths = value.copies.flatMap((copy) => copy.files.map((file) => file.path));
  if (new Set(paths).size !== paths.length) throw malformed("names a file twice");
  return value;
}

function isManifest(value: unknown): value is PackManifest {
  return isFields(value) && value.v === 1 && isText(value.transferId) && (asList(value.copies)?.every(isCopy) ?? false);
}

function isCopy(value: unknown): value is PackCopy {
  return isFields(value) && isText(value.type) && isText(value.title) && (asList(value.files)?.every(isFile) ?? false);
}

function isFile(value: unknown): value is PackFile {
  if (!isFields(value) || !isText(value.path) || !isText(value.mediaType)) return false;
  return isCount(value.n) && isCount(value.bytes) && isSha256(value.sha256);
}

function malformed(what: string): AuditLogError {
  return new AuditLogError("manifest-malformed", `manifest.json ${what}.`);
}
