import { X } from "lucide-react";
import { Button } from "../../design/Button.tsx";
import { Progress } from "../../design/Progress.tsx";
import { size, timeLeft } from "../../design/words.ts";
import type { Adding } from "./useAdd.ts";

export function UploadProgress({ adding, onCancel }: { adding: Adding; onCancel: () => void }) {
  const { state, n, of } = adding;
  const which = of > 1 ? `Document ${n} of ${of}. ` : "";
  const part = state && state.total > 0 && state.phase === "sending" ? state.sent / state.total : undefined;
  return (
    <div className="card">
      <Progress label="Adding" part={part} says={which + saysOf(state)}>
        <Button look="bare" icon={X} onClick={onCancel}>
          Cancel
        </Button>
      </Progress>
    </div>
  );
}

function saysOf(state: Adding["state"]): string {
  if (!state) return "Starting";
  if (state.phase === "waiting") return "The line broke. We try again by ourselves";
  if (state.phase === "sealing") return "All sent. It is being sealed and stored";
  const left = state.rate > 0 ? (state.total - state.sent) / state.rate : Number.NaN;
  return `${size(state.sent)} of ${size(state.total)}, ${timeLeft(left)}`;
}
