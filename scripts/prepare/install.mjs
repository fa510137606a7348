import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { PrepareFault, say } from "./fault.mjs";
import { notes, root } from "./places.mjs";

/** The packages are installed as the lockfile names them. */
export function isInstalled(folder = root) {
  const stamp = stampOf(folder);
  const file = join(folder, "node_modules", ".prepared");
  return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

export function install() {
  if (!agrees(root)) {
    say("installing packages (npm ci)");
    runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, "node_modules", ".prepared"), stampOf(root));
}

/** Whether npm installed this very lockfile before, by its own hidden record of what lies in node_modules. */
export function agrees(folder) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === "" || !path.includes("node_modules")) return true;
    if (there[path] === undefined) return optional === true;
    return link === true ? there[path].link === true : there[path].version === version;
  });
}

function stampOf(folder) {
  const hash = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function runNpm(args) {
  const { npm_execpath: npm } = process.env;
  const [program, front] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const { status, error } = spawnSync(program, [...front, ...args], {
    cwd: root,
    stdio: "inherit",
    env: npmEnvironment(),
  });
  if (status === 0) return;
  throw new PrepareFault(
    error?.code === "ENOENT"
      ? "npm is not installed. It comes with Node: install it from https://nodejs.org and start again."
      : "npm could not install the packages; what it said stands above. Look at the network and at the space on the disk, then start again.",
  );
}

/** A service account may have no home to keep npm's cache in. */
function npmEnvironment() {
  try {
    accessSync(homedir(), constants.W_OK);
    return process.env;
  } catch {
    return { ...process.env, npm_config_cache: join(notes, "npm-cache") };
  }
}
