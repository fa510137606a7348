import { AuditLogError, type AuditLogErrorCode } from "./errors.ts";

/** An ASCII decimal as the C2SP formats write it: no sign, no leading zero, no exponent, at most 2^53 - 1. */
export function parseDecimal(text: string, code: AuditLogErrorCode = "number-malformed"): number {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text))
    throw new AuditLogError(code, "A number is not written as a plain decimal.");
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new AuditLogError(code, "A number is too large.");
  return value;
}

export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
