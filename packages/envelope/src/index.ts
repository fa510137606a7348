export {
  blobContext,
  type OpenOptions,
  openBytes,
  openStream,
  plainSize,
  type SealOptions,
  sealBytes,
  sealedSize,
  sealStream,
} from "./chunked.ts";
export { EnvelopeError, type EnvelopeErrorCode } from "./errors.ts";
export { fingerprint, openField, openJson, sealField, sealJson } from "./fields.ts";
export { type KeyWrapper, rootKeyWrapper, type WrappedAccountKey } from "./root.ts";
export { newDataKey, type RecordBinding, unwrapDataKey, wrapDataKey } from "./wrapping.ts";
