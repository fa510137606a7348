import { CircleAlert, Info } from "lucide-react";
import { Button } from "../../design/Button.tsx";
import type { Advice } from "./advice.ts";
import "./details-form.css";

/** What is said of a field as it is typed, and the one press that puts it right. `quiet`: its words stand above it already. */
export function AdviceLine({
  advice: { kind, words, offer },
  quiet,
  onTake,
}: {
  advice: Advice;
  quiet: boolean;
  onTake: (fill: Record<string, string>) => void;
}) {
  const Icon = kind === "mend" ? CircleAlert : Info;
  return (
    <>
      {quiet ? null : (
        <p className={`advice-line ${kind}`}>
          <Icon size={18} aria-hidden /> <span>{words}</span>
        </p>
      )}
      {offer ? (
        <Button look="calm" onClick={() => onTake(offer.fill)}>
          {offer.press}
        </Button>
      ) : null}
    </>
  );
}
