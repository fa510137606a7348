const word = /^[A-Za-z0-9_.-]{1,40}$/;

/**
 * What the queue keeps of a failure: what kind of error it was and its code, as "DatabaseUnavailable 57P01" or
 * "Error EENVELOPE 550". Its words stay out: a mail server's name the address, a database's the row.
 */
export class JobFailed extends Error {
  constructor(error: unknown) {
    super(kindOf(error));
    this.name = "JobFailed";
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "Unknown";
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : "Error";
  const codes = ["code", "responseCode"].map((field) => String(Reflect.get(error, field) ?? ""));
  return [name, ...codes.filter((code) => word.test(code))].join(" ");
}
