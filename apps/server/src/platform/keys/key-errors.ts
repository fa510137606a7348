export type KeyErrorCode =
  | "root-key-missing"
  | "root-key-open-to-others"
  | "root-key-unreadable"
  | "root-key-not-written"
  | "account-key-gone";

/** Why a key cannot be used. The message says what to do; none holds any part of a key. */
export class KeyError extends Error {
  override readonly name = "KeyError";
  readonly code: KeyErrorCode;

  constructor(code: KeyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
