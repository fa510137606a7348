import { numberFormat } from "@locum-passport/compliance";
import type { DetailField } from "../../api/types.ts";

/** The number formats of a field that are known here; a newer service may name others. */
export function formatsOf({ format }: Pick<DetailField, "format">): string[] {
  return (typeof format === "string" ? [format] : (format ?? [])).filter((id) => numberFormat(id) !== undefined);
}
