import { useMutation } from "@tanstack/react-query";
import { Download, Save, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "../../api/problem.ts";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Notice } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";
import { fetchAndCheck, type RecordAnswer } from "./check-record.ts";
import { download, type SavedSummary, savedSummary, saveSummary } from "./saved-summary.ts";

/** One press checks every entry, in this browser, against each other and against the summary saved before. */
export function CheckRecord({ accountId }: { accountId: string }) {
  const [saved, setSaved] = useState(() => savedSummary(accountId));
  const check = useMutation({
    mutationFn: () => fetchAndCheck(saved),
    onSuccess: ({ headline }) => announce(headline),
  });
  const keep = (summary: SavedSummary) => {
    saveSummary(accountId, summary);
    setSaved(summary);
    download(`locum-passport-summary-${dayOf(summary.savedAt)}.txt`, `${summary.text}\n${summary.vkey}\n`);
    announce("Summary saved in this browser and as a file.");
  };
  return (
    <div className="stack">
      <div className="row">
        <Button
          look="calm"
          icon={ShieldCheck}
          busy={check.isPending && "Checking every entry"}
          onClick={() => check.mutate()}
        >
          Check this record
        </Button>
        <span className="small quiet">
          {saved
            ? `Compared with the summary you saved on ${dayInWords(dayOf(saved.savedAt))}.`
            : "Done in your browser, without trusting us."}
        </span>
      </div>
      {check.error ? (
        <Notice look="problem" title={wordsOf(check.error).title} live>
          {wordsOf(check.error).detail}
        </Notice>
      ) : null}
      {check.data ? <Answer key={check.submittedAt} answer={check.data} saved={saved} onSave={keep} /> : null}
    </div>
  );
}

interface AnswerProps {
  answer: RecordAnswer & { vkey: string };
  saved: SavedSummary | undefined;
  onSave: (summary: SavedSummary) => void;
}

function Answer({ answer, saved, onSave }: AnswerProps) {
  const { save } = answer;
  const isSaved = save !== undefined && saved?.text === save;
  const look = answer.verdict === "valid" ? "done" : answer.verdict === "gap" ? "soon" : "problem";
  return (
    <Notice look={look} title={answer.headline}>
      {answer.findings.length > 1 ? (
        <ul>
          {answer.findings.slice(0, 20).map(({ sentence, code, seq }) => (
            <li key={`${code} ${seq} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary>What this check cannot show</summary>
        {answer.limits.map((limit) => (
          <p key={limit}>{limit}</p>
        ))}
      </details>
      <div className="actions">
        {save !== undefined && !isSaved ? (
          <Button
            look={saved ? "calm" : "main"}
            icon={Save}
            onClick={() =>
              onSave({ text: save, vkey: answer.vkey, savedAt: new Date().toISOString(), entries: answer.entries })
            }
          >
            {saved ? "Save the newer summary" : "Save this summary"}
          </Button>
        ) : null}
        {isSaved ? (
          <p className="small">Saved in this browser and as a file. The next check compares with it.</p>
        ) : null}
        {answer.verdict === "valid" ? null : (
          <Button look="calm" icon={Download} onClick={() => download("locum-passport-check.txt", report(answer))}>
            Download the report
          </Button>
        )}
      </div>
    </Notice>
  );
}

function report(answer: RecordAnswer): string {
  const lines = answer.findings.map(
    ({ sentence, code, seq }) => `- ${seq === undefined ? "" : `entry ${seq}: `}${sentence} (${code})`,
  );
  return [
    `Locum Passport, check of a record, ${new Date().toISOString()}`,
    answer.headline,
    ...lines,
    ...answer.limits,
    "",
  ].join("\n");
}
