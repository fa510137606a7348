import { FileText } from "lucide-react";
import { useState } from "react";
import "./thumb.css";

interface ThumbProps {
  /** Address of the page picture, or undefined when there is none. */
  src: string | undefined;
  /** Words for it where it stands alone; empty beside a name that says it. */
  alt?: string;
  pending?: boolean;
}

/** A page's picture in the space it will need, whether it has come, is being made, or never comes. */
export function Thumb({ src, alt = "", pending }: ThumbProps) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="thumb">
      {src && !broken ? (
        <img src={src} alt={alt} loading="lazy" decoding="async" onError={() => setBroken(true)} />
      ) : (
        <>
          <FileText size={26} aria-hidden />
          <span className="unseen">{pending ? "The picture is being made" : "No picture"}</span>
        </>
      )}
    </span>
  );
}
