import { readFileSync } from "node:fs";

/** What the browser loads before Welcome works: every script that the built page names. Run after `npm run build`. */
function firstLoad() {
  const page = readFileSync(new URL("dist/web/index.html", import.meta.url), "utf8");
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => `dist/web/${file}`);
}

export default [
  { name: "JavaScript before Welcome works", path: firstLoad(), limit: "120 KB", brotli: true },
  { name: "All of the web app's JavaScript", path: "dist/web/assets/*.js", limit: "350 KB", brotli: true },
];
