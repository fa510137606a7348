import { type ErrorCode, errorCatalogue } from "@locum-passport/contract";

export interface FieldError {
  field: string;
  message: string;
}

interface RefusalOptions {
  /** A sentence more exact than the catalogue's: what happened and what to do next. */
  detail?: string;
  errors?: FieldError[];
  /** Seconds until another try makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/** A coded refusal. The edge renders it as an RFC 9457 problem document. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: RefusalOptions = {}) {
    const [status, title, detail] = errorCatalogue[code];
    super(`${code}: ${options.detail ?? detail}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Refusal";
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = options.detail ?? detail;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

/** Ends the action with a coded refusal; a transaction around it rolls back. */
export function refuse(code: ErrorCode, options: RefusalOptions = {}): never {
  throw new Refusal(code, options);
}
