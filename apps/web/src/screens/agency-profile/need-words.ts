import type { Need } from "@locum-passport/compliance";

/** When the agency wants it, in the order of time. */
export const needNames: Record<Need, string> = {
  "before-registration": "Before registration",
  "before-first-shift": "Before the first shift",
  "if-asked": "If asked",
};

/** A requirement that says nothing wants it before the first shift. */
export const needOf = ({ need }: { need?: Need }): Need => need ?? "before-first-shift";
