/** A person at the service's HTTP contract, with a cookie jar of their own: what a browser would be. */
export class Client {
  private readonly jar = new Map<string, string>();
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The Cookie header a browser would send now. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send(path, { method: "GET" })).json() as Promise<T>;
  }

  /** The answer's JSON, or null where there is none. */
  async call<T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const response = await this.send(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  async upload<T>(path: string, form: FormData): Promise<T> {
    return (await this.send(path, { method: "POST", body: form })).json() as Promise<T>;
  }

  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.send(path, { method: "GET" })).arrayBuffer());
  }

  /** Rejects for anything but success, with the problem's own words. */
  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== "") headers.set("cookie", this.cookie);
    const response = await fetch(`${this.base}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    if (response.ok) return response;
    throw new Error(`${init.method ?? "GET"} ${path}: ${response.status} ${await response.text()}`);
  }

  private keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1);
    const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute)) || value === "";
    if (gone) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
