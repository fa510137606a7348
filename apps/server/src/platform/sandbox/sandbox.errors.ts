/**
 * Why the sandbox gave no answer at all. A hostile or broken file is an answer (see `FileFacts`), not one of these.
 * - `busy`: too many files wait already
 * - `aborted`: the caller's signal ended it
 * - `closed`: the server is stopping
 * - `source-failed`: the bytes did not come whole, or too slowly
 * - `unavailable`: the child process could not be started
 * - `place-not-removed`: the file is too damaged or too strange to say that the place is gone
 */
export type SandboxErrorCode = "busy" | "aborted" | "closed" | "source-failed" | "unavailable" | "place-not-removed";

const WORDS: Record<SandboxErrorCode, string> = {
  busy: "Too many files are waiting to be read. Try again in a minute.",
  aborted: "Reading the file was stopped.",
  closed: "The server is stopping. Try again in a minute.",
  "source-failed": "The file did not arrive whole. Send it again.",
  unavailable: "The program that reads files could not be started. Tell the person who runs this service.",
  "place-not-removed":
    "The place could not be taken out of this photo. Save the photo again on your device without its location, then add that one.",
};

export class SandboxError extends Error {
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, options?: ErrorOptions) {
    super(WORDS[code], options);
    this.name = "SandboxError";
    this.code = code;
  }
}
