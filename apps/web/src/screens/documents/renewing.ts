import type { LinkProps } from "@tanstack/react-router";
import type { DocumentTypeItem } from "../../api/types.ts";
import { ruleOf } from "./paper-state.ts";

/** What its owner does about a paper that ends: a register is looked at again, and everything else gets a new paper. */
export function renewing(
  id: string,
  type: DocumentTypeItem | undefined,
): { act: string; link: Pick<LinkProps, "to" | "params"> } {
  const params = { id };
  return ruleOf(type)?.mode === "check"
    ? { act: "Look it up again", link: { to: "/documents/$id", params } }
    : { act: "Add the new one", link: { to: "/documents/$id/replace", params } };
}
