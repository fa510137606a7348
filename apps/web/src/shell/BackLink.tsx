import { createLink } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { AnchorHTMLAttributes } from "react";

function BackAnchor({ children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className="back">
      <ChevronLeft size={18} aria-hidden /> <span>{children}</span>
    </a>
  );
}

/** The way up from a screen; stands above its heading. */
export const BackLink = createLink(BackAnchor);
