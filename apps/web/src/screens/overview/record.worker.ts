import { checkRecord, type RecordToCheck } from "@locum-passport/audit-log";
import type { RecordAnswer } from "./check-record.ts";

// The check runs here, beside the page, so that the page stays quick with ten thousand entries.
addEventListener("message", ({ data }: MessageEvent<RecordToCheck>) => {
  const { verdict, headline, findings, limits, save, entries } = checkRecord(data);
  const answer: RecordAnswer = {
    verdict,
    headline,
    findings: findings.map(({ sentence, code, seq }) => ({ sentence, code, ...(seq === undefined ? {} : { seq }) })),
    limits: [...limits],
    entries: entries.length,
    ...(save === undefined ? {} : { save }),
  };
  postMessage(answer);
});
