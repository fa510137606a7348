import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { findInMail } from "../../scripts/demo/mailbox.ts";
import type { RunningServer } from "../crash/running-server.ts";
import type { AuthenticatorApp } from "./authenticator.ts";
import { contextOf, type Size } from "./sizes.ts";
import { Watch } from "./watch.ts";

/** Somebody at a browser of their own. */
export interface Person {
  name: string;
  email: string;
  password: string;
  page: Page;
  watch: Watch;
  /** The app on their phone, once they have a second factor. */
  app?: AuthenticatorApp;
}

export class People {
  private readonly open: { context: BrowserContext; watch: Watch }[] = [];
  private readonly browser: Browser;
  private readonly server: RunningServer;
  private readonly size: Size;

  constructor(browser: Browser, server: RunningServer, size: Size) {
    this.browser = browser;
    this.server = server;
    this.size = size;
  }

  /** Somebody who never was here: an invented name, and an address nobody else has. */
  async newcomer(name: string): Promise<Person> {
    const email = `${name.split(" ")[0]?.toLowerCase()}-${this.open.length}@people.example`;
    return { name, email, password: `specimen pass phrase of ${name}`, ...(await this.freshBrowser()) };
  }

  /** A browser that knows nothing of anybody. */
  async freshBrowser(): Promise<{ page: Page; watch: Watch }> {
    const context = await this.browser.newContext({ ...contextOf[this.size], baseURL: this.server.base });
    context.setDefaultTimeout(15_000);
    const watch = new Watch(context, this.server.base);
    this.open.push({ context, watch });
    return { page: await context.newPage(), watch };
  }

  /** What the newest mail to somebody holds. */
  inMailTo({ email }: Pick<Person, "email">, pattern: RegExp): Promise<string> {
    return findInMail(this.server.mailFolder, email, pattern);
  }

  expectNoFaults(): void {
    expect(
      this.open.flatMap(({ watch }) => watch.take()),
      "console errors, broken policies and requests to elsewhere",
    ).toEqual([]);
  }

  async leave(): Promise<void> {
    for (const { context } of this.open) await context.close();
  }
}
