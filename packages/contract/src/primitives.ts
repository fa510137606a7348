import { z } from "zod";

/** Opaque identifier. Nothing may be read from its shape. */
export const Id = z.string().regex(/^[a-z0-9_-]{1,64}$/i, "This is not an identifier we gave out");

/** Civil date in Europe/London, `YYYY-MM-DD`, between 1900 and 2199. The day itself counts. */
export const Day = z.string().refine(isRealDay, "Enter a date that exists, for example 2027-03-27");

/** Instant, RFC 3339 in UTC. */
export const Instant = z.iso.datetime();

export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const Sensitivity = z.enum(["ordinary", "identity", "financial", "health", "criminal-record"]);
export type Sensitivity = z.infer<typeof Sensitivity>;

export const PageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Keyset page: `nextCursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Details typed by the sender: the field ids of the document type, values as typed. */
export const Details = z.record(z.string().max(64), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]));

export const MediaType = z.enum([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]);

function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
