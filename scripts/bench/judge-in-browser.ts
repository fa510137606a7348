import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The checked-out project: the program runs from the folder beside its sources. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface InBrowser {
  /** Milliseconds for each passport, judged once all code has run some hundreds of times. */
  readonly warm: number[];
  /** Milliseconds for the first passport after the page was loaded. */
  readonly first: number;
}

/**
 * The whole judgement in the system's Chromium, its CPU slowed so many times, which is how its own tools stand for a phone.
 * The page has the judge and nothing else.
 */
export async function judgedInBrowser(slowed: number, count: number): Promise<InBrowser> {
  const script = await pageScript();
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    const tools = await page.context().newCDPSession(page);
    await page.addScriptTag({ content: script });
    await tools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
    return await page.evaluate<InBrowser>(`(() => {
      const { judgeWhole, people, timesOf } = judging;
      const [first] = timesOf(judgeWhole, people(0, 1));
      timesOf(judgeWhole, people(1, 200));
      return { first, warm: timesOf(judgeWhole, people(1000, ${count})) };
    })()`);
  } finally {
    await browser.close();
  }
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["scripts/bench/judging.ts"],
    ...{ bundle: true, write: false, minify: true, platform: "browser", format: "iife", globalName: "judging" },
  });
  const [script] = outputFiles;
  if (!script) throw new Error("The judge could not be bundled for a page");
  return script.text;
}
