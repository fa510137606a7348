import type { BrowserContext } from "@playwright/test";

/** All that must not happen in a browser: an error in its console (a broken Content-Security-Policy is one), a script that fails, a request to elsewhere. */
export class Watch {
  private faults: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext, origin: string) {
    context.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const line = `${message.text()} (${message.location().url})`;
      if (!this.expected.some((pattern) => pattern.test(line))) this.faults.push(line);
    });
    context.on("weberror", (error) => this.faults.push(String(error.error())));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin) this.faults.push(`A request to ${request.url()}`);
    });
  }

  /** The browser writes each refused request to its console; a test that provokes one says so. */
  expectRefusal(status: number, path: RegExp): void {
    this.expected.push(new RegExp(`status of ${status} .*\\(\\S*${path.source}`));
  }

  /** The faults since the last time. */
  take(): string[] {
    const faults = this.faults;
    this.faults = [];
    return faults;
  }
}
