import { Agent, type IncomingMessage, request } from "node:http";
import type { FormBody } from "./bodies.ts";

/** The cheapest client that Node has, so that what is measured is the server. */
export class Transport {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly base: string;
  private readonly cookie: string;

  constructor(base: string, cookie = "") {
    this.base = base.replace("//localhost", "//127.0.0.1");
    this.cookie = cookie;
  }

  /** The answer's JSON. */
  async upload<T>(path: string, body: FormBody): Promise<T> {
    const headers = { "content-type": body.contentType, "content-length": body.bytes };
    return JSON.parse(String(await this.send("POST", path, headers, body.parts))) as T;
  }

  /** Reads an answer and drops it; resolves to how many bytes it had. */
  async download(path: string): Promise<number> {
    const response = await this.ask("GET", path, {}, []);
    if (response.statusCode !== 200) throw new Error(`GET ${path}: ${response.statusCode}`);
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await whole(response);
    return bytes;
  }

  get(path: string): Promise<Buffer> {
    return this.send("GET", path);
  }

  close(): void {
    this.agent.destroy();
  }

  async send(
    method: string,
    path: string,
    headers: Record<string, string | number> = {},
    body: readonly Buffer[] = [],
  ): Promise<Buffer> {
    const response = await this.ask(method, path, headers, body);
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    await whole(response);
    const text = Buffer.concat(chunks);
    if ((response.statusCode ?? 500) >= 300) throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    return text;
  }

  private ask(
    method: string,
    path: string,
    headers: Record<string, string | number>,
    body: readonly Buffer[],
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const cookie = this.cookie === "" ? {} : { cookie: this.cookie };
      const sent = request(
        `${this.base}${path}`,
        { method, agent: this.agent, headers: { ...headers, ...cookie } },
        resolve,
      );
      sent.on("error", reject);
      for (const part of body) sent.write(part);
      sent.end();
    });
  }
}

function whole(response: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once("end", resolve);
    response.once("error", reject);
    response.once("close", () => {
      if (!response.complete) reject(new Error("The answer broke off"));
    });
  });
}
