import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { DatabaseLog } from "./pools.ts";

type Listener = (payload: string) => void;

/**
 * One connection that is kept: for LISTEN, and for the lock that says this server uses the data folder. When it is lost it is
 * made again, and every listener is called once with an empty payload, because it may have missed something.
 */
export class DirectConnection {
  private readonly config: pg.ClientConfig;
  private readonly log: DatabaseLog;
  private readonly onConnect: (client: pg.Client) => Promise<void>;
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: pg.Client | undefined;
  private connecting: Promise<pg.Client> | undefined;
  private readonly closing = new AbortController();

  constructor(
    config: pg.ClientConfig,
    log: DatabaseLog,
    onConnect: (client: pg.Client) => Promise<void> = async () => {},
  ) {
    this.config = config;
    this.log = log;
    this.onConnect = onConnect;
  }

  async connect(): Promise<pg.Client> {
    if (this.client) return this.client;
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  async listen(channel: string, onNotify: Listener): Promise<() => Promise<void>> {
    const name = pg.escapeIdentifier(channel);
    const known = this.listeners.get(channel);
    const listeners = known ?? new Set<Listener>();
    this.listeners.set(channel, listeners);
    listeners.add(onNotify);
    if (!known) await (await this.connect()).query(`LISTEN ${name}`);
    return async () => {
      listeners.delete(onNotify);
      if (listeners.size > 0 || this.listeners.get(channel) !== listeners) return;
      this.listeners.delete(channel);
      await this.client?.query(`UNLISTEN ${name}`);
    };
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.listeners.clear();
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.config, options: `${this.config.options ?? ""} -c statement_timeout=0` });
    client.on("error", (error) => this.log.warn({ reason: error.message }, "The listening connection failed"));
    client.on("notification", ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? "");
    });
    try {
      await client.connect();
      await this.onConnect(client);
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined); // the first error is the one to tell
      throw error;
    }
    client.on("end", () => this.lost(client));
    this.client = client;
    return client;
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    void this.reconnect();
  }

  private async reconnect(): Promise<void> {
    for (let pause = 50; !this.closing.signal.aborted; pause = Math.min(pause * 2, 2_000)) {
      try {
        await wait(pause, undefined, { signal: this.closing.signal, ref: false });
        await this.connect();
        if (this.closing.signal.aborted) return await this.close();
        for (const listeners of this.listeners.values()) for (const listener of listeners) listener("");
        return;
      } catch (error) {
        if (this.closing.signal.aborted) return;
        this.log.warn({ reason: String(error) }, "The listening connection is not back yet");
      }
    }
  }
}
