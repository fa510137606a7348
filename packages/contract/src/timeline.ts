import { z } from "zod";
import { acts } from "./acts.ts";
import { Id, Instant } from "./primitives.ts";

export const ActorKind = z.enum(["you", "locum", "agency", "staff", "reviewer", "service", "operator"]);
export const TimelineEntry = z.object({
  id: Id,
  seq: z.number().int(),
  at: Instant,
  actor: z.object({ kind: ActorKind, name: z.string() }),
  act: z.enum(acts),
  sentence: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }).nullable(),
  /** The leaf's place in the log; null until it is in the tree (within a second). */
  index: z.number().int().nullable(),
  /** Entries folded into one line by the reader share this key: pages turned by one person on one copy, thumbnails of one visit. */
  fold: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
