import canonicalize from "canonicalize";
import { fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
import { fromUtf8, toHex, utf8 } from "./bytes.ts";
import { isCount } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { type NoteSigner, type Verify, verifyEd25519 } from "./note.ts";
import { sha256 } from "./sha256.ts";
import { asFields, asList, isFields, isSha256, isText } from "./shape.ts";
import type { VerifierKey } from "./vkey.ts";

export interface ReceiptFile {
  readonly n: number;
  readonly mediaType: string;
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

export interface ReceiptDocument {
  readonly type: string;
  readonly title: string;
  readonly files: readonly ReceiptFile[];
  readonly [field: string]: unknown;
}

/** What was agreed: everything of a receipt but the evidence. Fields may be added. */
export interface ReceiptTerms {
  readonly v: 1;
  readonly id: string;
  readonly transferId: string;
  /** RFC 3339 UTC. */
  readonly sentAt: string;
  /** Civil date in Europe/London; the last day counts. */
  readonly endsOn: string;
  readonly from: { readonly name: string; readonly [field: string]: unknown };
  readonly to: { readonly name: string; readonly [field: string]: unknown };
  readonly purpose: string;
  readonly note?: string;
  readonly documents: readonly ReceiptDocument[];
  /** The exact words agreed to. */
  readonly words: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * A receipt: the terms with their evidence. `proof` is a `c2sp.org/tlog-proof@v1` with the opening of the sending entry, whose
 * label's `terms` is `receiptTermsDigest(terms)`: so the log fixes what was agreed, not only that something was. `vkey` lets
 * the receipt be read alone; trust in it comes from comparing it with one kept elsewhere.
 */
export interface ReceiptPayload extends ReceiptTerms {
  readonly proof: string;
  readonly checkpoint: string;
  readonly vkey: string;
}

/** Keeps a receipt from being read as anything else that this key signs; checkpoints hold a newline, a JWS never does. */
export const RECEIPT_TYPE = "locum-passport-receipt+jwt";
export const MAX_RECEIPT_CHARACTERS = 8_388_608;

/**
 * Base64 SHA-256 over the RFC 8785 form of the terms: goes into the sending entry's label as `terms`. Of a whole receipt, the
 * evidence (`proof`, `checkpoint`, `vkey`) is left out.
 */
export function receiptTermsDigest(receipt: ReceiptTerms): string {
  const { proof, checkpoint, vkey, ...terms } = receipt;
  const text = canonicalize(terms);
  if (text === undefined || !isTerms(terms)) throw malformed("does not have the fields of its terms");
  return toBase64(sha256(utf8(text)));
}

/** JWS compact (RFC 7515) with EdDSA (RFC 8037). `kid` is `<key name>+<key id>`, as in the vkey line. */
export function signReceipt(signer: NoteSigner, payload: ReceiptPayload): string {
  if (!isPayload(payload)) throw malformed("does not have the fields of a receipt");
  const header = { alg: "EdDSA", kid: keyIdOf(signer), typ: RECEIPT_TYPE };
  const input = `${toBase64Url(utf8(JSON.stringify(header)))}.${toBase64Url(utf8(JSON.stringify(payload)))}`;
  return `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
}

/**
 * The payload of a receipt signed by `key`. One newline at the end of the file is allowed. Throws `receipt-malformed`,
 * `receipt-other-key` or `receipt-signature-wrong`. The log proof inside is judged by `checkReceipt`.
 */
export function openReceipt(text: string, key: VerifierKey, verify: Verify = verifyEd25519): ReceiptPayload {
  const jws = split(text);
  if (jws.header.kid !== keyIdOf(key)) {
    throw new AuditLogError("receipt-other-key", `The receipt is not signed by ${key.name}.`);
  }
  if (!verify(jws.signature, utf8(jws.input), key.publicKey)) {
    throw new AuditLogError("receipt-signature-wrong", "The signature does not fit the receipt.");
  }
  return jws.payload;
}

/** The payload with nobody's word for it yet: for finding the key line inside. */
export function readUnverifiedReceipt(text: string): ReceiptPayload {
  return split(text).payload;
}

function split(text: string) {
  const found = /^([\w-]+)\.([\w-]+)\.([\w-]+)\n?$/.exec(text.length > MAX_RECEIPT_CHARACTERS ? "" : text);
  if (found === null) throw malformed("is not a signed text in three parts");
  const [, head = "", body = "", signature = ""] = found;
  const header = asFields(parseJson(head));
  // The algorithm is ours to choose, never the file's (RFC 8725 section 3.1).
  if (header?.alg !== "EdDSA" || header.typ !== RECEIPT_TYPE || "crit" in header) throw malformed("is of another kind");
  const payload = parseJson(body);
  if (!isPayload(payload)) throw malformed("does not have the fields of a receipt");
  return { header, payload, input: `${head}.${body}`, signature: fromBase64Url(signature, "receipt-malformed") };
}

function parseJson(part: string): unknown {
  const text = fromUtf8(fromBase64Url(part, "receipt-malformed"), "receipt-malformed");
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("is not JSON");
  }
}

function keyIdOf(key: VerifierKey): string {
  return `${key.name}+${toHex(key.id)}`;
}

function isPayload(value: unknown): value is ReceiptPayload {
  return isFields(value) && isText(value.proof) && isText(value.checkpoint) && isText(value.vkey) && isTerms(value);
}

function isTerms(value: unknown): value is ReceiptTerms {
  if (!isFields(value) || value.v !== 1) return false;
  const texts = [value.id, value.transferId, value.sentAt, value.endsOn, value.purpose];
  const named = [value.from, value.to].every((party) => isText(asFields(party)?.name));
  return (
    named &&
    texts.every(isText) &&
    (value.note === undefined || isText(value.note)) &&
    (asList(value.words)?.every(isText) ?? false) &&
    (asList(value.documents)?.every(isDocument) ?? false)
  );
}

function isDocument(value: unknown): value is ReceiptDocument {
  if (!isFields(value) || !isText(value.type) || !isText(value.title)) return false;
  return asList(value.files)?.every(isFile) ?? false;
}

function isFile(value: unknown): value is ReceiptFile {
  return (
    isFields(value) && isCount(value.n) && isText(value.mediaType) && isCount(value.bytes) && isSha256(value.sha256)
  );
}

function malformed(what: string): AuditLogError {
  return new AuditLogError("receipt-malformed", `The receipt ${what}.`);
}
