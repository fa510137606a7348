import { checkReceipt, type ReceiptCheck } from "@locum-passport/audit-log";
import type { Anchors } from "./arguments.ts";
import type { Outcome } from "./outcome.ts";

export function checkReceiptFile(text: string, anchors: Anchors): Outcome {
  const result = checkReceipt({ text, ...anchors });
  const { verdict, headline, findings, limits } = result;
  const save = verdict === "valid" && anchors.since === undefined ? result.receipt?.checkpoint : undefined;
  return { verdict, headline, findings, limits, facts: receiptFacts(result), ...(save === undefined ? {} : { save }) };
}

export function receiptFacts({ receipt }: ReceiptCheck): string[] {
  if (receipt === undefined) return [];
  const { from, to, documents } = receipt;
  const files = documents.flatMap((document) => document.files).length;
  return [
    `${from.name} sent ${documents.length} ${documents.length === 1 ? "document" : "documents"} (${files} files) to ${to.name} at ${receipt.sentAt}.`,
    `Purpose: ${receipt.purpose}. Access until ${receipt.endsOn}.`,
  ];
}
