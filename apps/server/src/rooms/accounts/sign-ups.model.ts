import { randomInt } from "node:crypto";
import type { SignUpRow } from "./accounts.tables.ts";

export const resendAfterSeconds = 60;
export const confirmationLastsMs = 24 * 3_600_000;
/** Ten guesses at a million numbers; then the code is dead and the link still works. */
export const codeTries = 10;

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");
export const tidyCode = (typed: string): string => typed.replace(/\s/g, "");

/** Seconds until the mail may be asked for again; 0 when it may. */
export function secondsUntilResend(row: Pick<SignUpRow, "mail_asked_at">, now: Date): number {
  const wait = row.mail_asked_at.getTime() + resendAfterSeconds * 1000 - now.getTime();
  return Math.max(0, Math.ceil(wait / 1000));
}

export const isOver = (row: SignUpRow, now: Date): boolean => row.finished_at === null && row.expires_at <= now;
