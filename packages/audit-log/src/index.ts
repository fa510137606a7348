export * from "./append.ts";
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
export {
  type ExportedEntry,
  type ExportFile,
  type ExportSource,
  exportFiles,
  WHOLE_TREE_UP_TO,
} from "./build-export.ts";
export { checkExport, type ExportToCheck, entryFileName } from "./check-export.ts";
export * from "./check-pack.ts";
export * from "./check-receipt.ts";
export { checkRecord, type RecordToCheck } from "./check-record.ts";
export * from "./checkpoint.ts";
export * from "./commitment.ts";
export * from "./consistency.ts";
export * from "./entry.ts";
export { AuditLogError, type AuditLogErrorCode } from "./errors.ts";
export { type Finding, type FindingCode, LIMIT, type Verdict, type Weight } from "./findings.ts";
export * from "./inclusion.ts";
export * from "./label.ts";
export { EMPTY_ROOT, nodeHash, rootOf } from "./merkle.ts";
export { type Multiproof, rootFromMultiproof } from "./multiproof.ts";
export * from "./note.ts";
export * from "./pack-manifest.ts";
export { type PackedEntry, packRecord, type RecordSource } from "./pack-record.ts";
export * from "./prove.ts";
export * from "./receipt.ts";
export type { RecordCheck } from "./record-check.ts";
export * from "./summary.ts";
export { type MiddleRows, rangeHashes, rootFromTiles, type TileOptions, type TileReader } from "./tile-hashes.ts";
export * from "./tile-path.ts";
export * from "./tlog-proof.ts";
export * from "./vkey.ts";
