export { append, createChain, ensureServiceChain } from "./audit.append.ts";
export type { AppendedEntry, NewEntry } from "./audit.model.ts";
export { serviceAccountId } from "./audit.model.ts";
export { proveEntry } from "./audit.prove.ts";
export { longDay } from "./audit.sentences.ts";
export { checkLogAtStart, LogContradiction, sequence } from "./audit.sequencer.ts";
export { startSequencing } from "./audit.sequencing.ts";
export { listTimeline } from "./audit.timeline.ts";
export { type LogVerified, verifyLog } from "./audit.verify.ts";
