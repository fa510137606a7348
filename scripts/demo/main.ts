import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { passport, startServer, stopServer } from "./server.ts";
import { tellStory } from "./story.ts";

const dataDir = resolve(process.env.DATA_DIR ?? "./data");
const port = process.env.PORT ?? "8080";
const environment = { ...process.env, DATA_DIR: dataDir, PORT: port };

if (existsSync(join(dataDir, "keys")) || existsSync(join(dataDir, "postgres"))) {
  console.error(
    `The demo fills a fresh data folder, and ${dataDir} is in use. Set DATA_DIR to another one, or move it away.`,
  );
  process.exit(1);
}

console.log(`Filling ${dataDir} with invented people and SPECIMEN papers`);
const server = await startServer(environment);
try {
  const base = `http://localhost:${port}`;
  const place = { base, mailFolder: join(dataDir, "mail") };
  const told = await tellStory(
    place,
    (...args) => passport(environment, ...args),
    (line) => console.log(line),
  );
  console.log(`\nStart it with: DATA_DIR=${JSON.stringify(dataDir)} npm start   then open ${base}\n`);
  for (const { what, account } of told) {
    console.log(`${what}: ${account.name}\n  address   ${account.email}\n  password  ${account.password}`);
    if (account.totpUri !== undefined) {
      console.log(
        `  second factor  ${account.totpUri}\n  recovery codes, each once  ${account.recoveryCodes?.slice(0, 5).join("  ")}`,
      );
    }
  }
} finally {
  await stopServer(server);
}
