import { CalendarPlus, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button, ButtonAnchor } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";

/** The secret address, shown this once: it is kept nowhere, here neither. */
export function CalendarAddress({ address, onDone }: { address: string; onDone: () => void }) {
  const text = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      announce("Copied.");
    } catch {
      // Not allowed here: then it is marked, for the person's own way to copy.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      announce("It could not be copied. It is marked: copy it yourself.");
    }
  };
  return (
    <Notice look="done" title="Your secret calendar address">
      <p className="key-text" ref={text}>
        {address}
      </p>
      <p>
        We show it this once and keep only its fingerprint. In your calendar, look for “subscribe” or “add by address”.
        If it gets lost, make a new one.
      </p>
      <div className="actions">
        <Button look="calm" icon={Copy} onClick={() => void copy()}>
          {copied ? "Copied" : "Copy the address"}
        </Button>
        <ButtonAnchor href={address.replace(/^https?:/, "webcal:")} icon={CalendarPlus}>
          Open in this device's calendar
        </ButtonAnchor>
        <Button look="bare" onClick={onDone}>
          I have it: hide it
        </Button>
      </div>
    </Notice>
  );
}
