import type { Measurement } from "./measurement.ts";
import { freshHouse } from "./places.ts";
import type { Row } from "./table.ts";

/** The scripts a browser fetches before the Welcome screen works, as the server sends them to one that takes brotli. */
export const firstLoad: Measurement = {
  name: "first-load",
  about: "JavaScript of the web app before Welcome works",
  async measure(): Promise<Row[]> {
    const { base } = await freshHouse("web");
    const page = await (await fetch(base)).text();
    const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
    const seen = new Set<string>();
    let bytes = 0;
    let plain = 0;
    for (const path of first) await load(path);

    /** A script and, since static imports cannot wait, every script it imports. What is imported later is not looked at. */
    async function load(path: string): Promise<void> {
      if (seen.has(path)) return;
      seen.add(path);
      const { text, sent, encoding } = await fetched(base + path);
      bytes += sent;
      if (encoding !== "br") plain += 1;
      const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)[^;"'()]*?["']\.\/([\w.-]+\.js)["']/g);
      for (const [, name] of imports) await load(`/assets/${name}`);
    }

    return [
      {
        name: "JavaScript before Welcome works, compressed",
        measured: bytes / 1000,
        unit: "KB",
        figure: { better: "less", must: 200, aim: 120 },
        note: `${seen.size} scripts: what the page names and all that those import; ${plain === 0 ? "all sent with brotli" : `${plain} sent without brotli`}.`,
      },
    ];
  },
};

async function fetched(url: string): Promise<{ text: string; sent: number; encoding: string | null }> {
  const response = await fetch(url, { headers: { "accept-encoding": "br" } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return {
    text: await response.text(),
    sent: Number(response.headers.get("content-length")),
    encoding: response.headers.get("content-encoding"),
  };
}
