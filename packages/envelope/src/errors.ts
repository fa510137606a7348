export type EnvelopeErrorCode =
  | "wrong-key"
  | "sealed-data-damaged"
  | "sealed-data-cut"
  | "size-impossible"
  | "key-length"
  | "binding-refused"
  | "value-not-json"
  | "root-key-unknown";

/** What each code means, and what to do next. None of the sentences holds key material or sealed content. */
const sentences: Record<EnvelopeErrorCode, string> = {
  "wrong-key":
    "This key does not open these bytes: the key, the place they belong to or their first bytes differ. Check which record the key was read from.",
  "sealed-data-damaged":
    "These sealed bytes were changed or cut after they were sealed. Bring them back from a backup.",
  "sealed-data-cut": "These sealed bytes end too early. Bring them back from a backup.",
  "size-impossible": "No sealed message has this size. Check where the size came from.",
  "key-length": "A key or salt has the wrong length. Keys are 32 random bytes, salts 24.",
  "binding-refused":
    "A record id or place is 1 to 65535 bytes long, a version a whole number from 0. Check the record this was called for.",
  "value-not-json": "This value has no JSON form. Seal plain objects, lists, strings, numbers, booleans or null.",
  "root-key-unknown":
    "The root key of this version is not among the keys of this server. Put the line with this version back from the backup of the root key.",
};

/** The one error of this package. `code` is stable; `message` is written for the operator. */
export class EnvelopeError extends Error {
  override readonly name = "EnvelopeError";
  readonly code: EnvelopeErrorCode;

  constructor(code: EnvelopeErrorCode, detail?: string) {
    super(detail === undefined ? sentences[code] : `${sentences[code]} (${detail})`);
    this.code = code;
  }
}
