import { createHash } from "node:crypto";
import type { Terms, TermsName } from "@locum-passport/contract";
import * as agencyTerms from "./agency-terms.ts";
import * as criminalRecordNotice from "./criminal-record-notice.ts";
import * as healthNotice from "./health-notice.ts";
import * as licence from "./licence.ts";
import * as privacy from "./privacy.ts";
import * as transferNotice from "./transfer-notice.ts";

/** Who runs the service, from the settings. What is missing or blank reads "not stated". */
export interface ServiceIdentity {
  readonly controllerName?: string | undefined;
  readonly controllerAddress?: string | undefined;
  readonly privacyContact?: string | undefined;
  readonly storageCountry?: string | undefined;
}

const sources = { licence, privacy, transferNotice, agencyTerms, healthNotice, criminalRecordNotice };

/**
 * The texts in force, with who runs the service filled in. `sha256` is over the UTF-8 bytes of exactly the text shown, so
 * an acceptance names the words and not only their version.
 */
export function currentTexts(service: ServiceIdentity): Record<TermsName, Terms> {
  const filled = ({ title, text }: { title: string; text: string }): Terms => {
    const shown = fill(text, service);
    return {
      version: versionOf(text),
      title,
      text: shown,
      sha256: createHash("sha256").update(shown, "utf8").digest("hex"),
    };
  };
  return {
    licence: filled(sources.licence),
    privacy: filled(sources.privacy),
    transferNotice: filled(sources.transferNotice),
    agencyTerms: filled(sources.agencyTerms),
    healthNotice: filled(sources.healthNotice),
    criminalRecordNotice: filled(sources.criminalRecordNotice),
  };
}

/** One pass: a setting that itself holds a slot is printed as it stands. Line breaks in an address become commas. */
function fill(text: string, service: ServiceIdentity): string {
  const values = new Map(Object.entries(service));
  return text.replace(/\{\{([A-Za-z]+)\}\}/g, (_slot, name: string) => {
    const value = values
      .get(name)
      ?.trim()
      .replace(/\s*[\r\n]+\s*/g, ", ");
    return value ? value : "not stated";
  });
}

/** The front line of every text, `Version YYYY-MM-DD`. */
function versionOf(text: string): string {
  const version = /^Version ([0-9]{4}-[0-9]{2}-[0-9]{2})\n/.exec(text)?.[1];
  if (version === undefined) throw new Error("A text does not begin with its version");
  return version;
}
