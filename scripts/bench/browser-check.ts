import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The script that the page starts for *Check this record*, as the build made it. */
function workerPath(): string {
  const assets = join(dirname(fileURLToPath(import.meta.url)), "web", "assets");
  const name = readdirSync(assets).find((file) => /^record\.worker-[\w-]+\.js$/.test(file));
  if (name === undefined) throw new Error("The web app was built without the worker that checks a record");
  return `/assets/${name}`;
}

/**
 * Milliseconds that the app's own worker takes in the system's Chromium, from asking it to its answer. Each turn in a worker of
 * its own, as in the app: starting it, loading its script and running it cold are in the time.
 */
export async function checkedInBrowser(
  base: string,
  { record, vkey, turns }: { record: Uint8Array; vkey: string; turns: number },
): Promise<number[]> {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    await page.route("**/bench-record", (route) => route.fulfill({ body: Buffer.from(record) }));
    await page.goto(base);
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      times.push(
        await page.evaluate<number>(`(async () => {
          const record = new Uint8Array(await (await fetch("/bench-record")).arrayBuffer());
          const began = performance.now();
          const worker = new Worker(${JSON.stringify(workerPath())}, { type: "module" });
          const answer = await new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = () => reject(new Error("The check could not run in this browser"));
            worker.postMessage({ record, vkey: ${JSON.stringify(vkey)} });
          });
          const took = performance.now() - began;
          worker.terminate();
          if (answer.verdict !== "valid") throw new Error("The record was found " + answer.verdict);
          return took;
        })()`),
      );
    }
    return times;
  } finally {
    await browser.close();
  }
}
