import type { ErrorCode } from "@locum-passport/contract";

export interface FieldProblem {
  field: string;
  message: string;
}

/** `offline` is ours: the request never came back. `unknown` is an answer in no shape we know. */
export type ProblemCode = ErrorCode | "offline" | "unknown";

/** A refusal as the service worded it (RFC 9457), or a line that broke. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldProblem[];
  /** Seconds to wait before another try, when the service named them. */
  readonly retryAfter: number | undefined;

  constructor(parts: {
    code: ProblemCode;
    status: number;
    title: string;
    detail: string;
    errors?: FieldProblem[];
    retryAfter?: number | undefined;
  }) {
    super(`${parts.title}. ${parts.detail}`);
    this.name = "ApiProblem";
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.retryAfter = parts.retryAfter;
  }

  /** True when the same request may do better later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const offline = () =>
  new ApiProblem({
    code: "offline",
    status: 0,
    title: "We cannot reach the service",
    detail: "Check your connection, then try again.",
  });

/** Reads a problem document; the sign-in library's own shape (`{ code, message }`) too. */
export function problemFrom(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const wait = Number.isFinite(seconds) ? { retryAfter: seconds } : {};
  if (typeof body === "object" && body !== null) {
    const { code, title, detail, message, errors } = body as Record<string, unknown>;
    if (typeof code === "string" && typeof title === "string" && typeof detail === "string") {
      return new ApiProblem({ code: code as ErrorCode, status, title, detail, errors: fieldProblems(errors), ...wait });
    }
    if (typeof message === "string" && message) {
      return new ApiProblem({ code: "unknown", status, title: message, detail: "", ...wait });
    }
  }
  return new ApiProblem({
    code: "unknown",
    status,
    title: "The service answered in a way we did not expect",
    detail: "Nothing was changed. Try again in a moment.",
    ...wait,
  });
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(
    (error): error is FieldProblem => typeof error?.field === "string" && typeof error?.message === "string",
  );
}

/** Whatever was thrown, as words for the page. */
export function wordsOf(error: unknown): { title: string; detail: string } {
  if (error instanceof ApiProblem) return { title: error.title, detail: error.detail };
  return {
    title: "Something went wrong on this page",
    detail: "Load the page again. If it stays, tell support the time.",
  };
}
