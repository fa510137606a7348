/**
 * What the server's own log keeps of a failure: name, code, words and where. Not what a driver hangs on it: a database
 * names the row it failed on, and rows are people's.
 */
export function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.name,
    ...("code" in error ? { code: error.code } : {}),
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
