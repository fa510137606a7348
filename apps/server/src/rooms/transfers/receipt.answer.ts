import { Readable } from "node:stream";
import { z } from "zod";
import { type Answer, answer, stream } from "../../http/route.ts";
import { receiptPage } from "./receipt.page.ts";

export const ReceiptFormat = z.object({ format: z.enum(["jws", "html"]).default("jws") });
export const receiptStream = { 200: stream("application/jose", "text/html") };

export function receiptAnswer(jws: string, { format }: z.output<typeof ReceiptFormat>): Answer {
  const html = format === "html";
  const headers: Record<string, string> = html
    ? { "content-type": "text/html; charset=utf-8" }
    : { "content-type": "application/jose", "content-disposition": 'attachment; filename="receipt.jws"' };
  return answer({ status: 200, headers, stream: Readable.from([html ? receiptPage(jws) : jws]) });
}
