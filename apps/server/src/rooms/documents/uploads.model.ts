import { createHmac } from "node:crypto";
import { type DocumentType, isGuarded } from "@locum-passport/compliance";

/** What the team is told of an upload. For guarded papers no more than the category. */
export function noticeOf(type: DocumentType): { type: string; category: string; words: string } {
  if (!isGuarded(type)) return { type: type.id, category: type.category, words: `a paper (${type.name})` };
  return { type: type.category, category: type.category, words: guardedWords(type) };
}

function guardedWords(type: DocumentType): string {
  if (type.id === "other") return "a paper without a type";
  return `a ${type.sensitivity} paper`;
}

/**
 * The same for every upload of one account, and leading to nobody without the root key. The attack: a plain hash of the
 * account id could be made by anyone who has a list of ids.
 */
export function pseudonymOf(secret: Uint8Array, accountId: string): string {
  return createHmac("sha256", secret).update("upload-notice\0").update(accountId).digest("hex").slice(0, 20);
}
