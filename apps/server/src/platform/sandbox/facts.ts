/** Why a file has fewer pictures than pages, or none. */
export type NoPictureReason = "password" | "damaged" | "too-large" | "too-many-pages" | "no-pictures";

/** What is known of a file once it was looked at. */
export interface FileFacts {
  /** Pages the file says it has; 0 when it could not be opened. A photo has one. */
  pages: number;
  /** Its metadata say where it was taken. */
  hasPlace: boolean;
  /** It opens only with a password. */
  locked: boolean;
  /** Part of it cannot be read. Pictures of the readable part may still exist. */
  damaged: boolean;
  reason?: NoPictureReason;
  /** Pages that have pictures: page 1 to this one. */
  pictures: number;
}

const REASONS: readonly NoPictureReason[] = ["password", "damaged", "too-large", "too-many-pages", "no-pictures"];

/** What the child says of a file. It does not count the pictures: the server counts those that reached it. */
export type ToldFacts = Omit<FileFacts, "pictures">;

/** Reads facts as if written by an attacker: known keys, true types, small numbers; undefined when anything is odd. */
export function parseFacts(body: Buffer): ToldFacts | undefined {
  const told = parseObject(body);
  if (!told) return undefined;
  const { pages, hasPlace, locked, damaged } = told;
  if (typeof pages !== "number" || !Number.isInteger(pages) || pages < 0 || pages > 10_000_000) return undefined;
  if (typeof hasPlace !== "boolean" || typeof locked !== "boolean" || typeof damaged !== "boolean") return undefined;
  const facts = { pages, hasPlace, locked, damaged };
  if (told.reason === undefined) return facts;
  const reason = REASONS.find((known) => known === told.reason);
  return reason ? { ...facts, reason } : undefined;
}

function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
