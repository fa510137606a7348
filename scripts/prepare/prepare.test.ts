import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const scripts = fileURLToPath(new URL("..", import.meta.url));
let parent: string;
let project: string;

/** A small project with these scripts, no packages, and a build that only says that it ran. */
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "locum prepare "));
  project = join(parent, "a project");
  mkdirSync(join(project, "apps"), { recursive: true });
  cpSync(scripts, join(project, "scripts"), { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "specimen", version: "1.0.0", type: "module" }));
  const lock = {
    name: "specimen",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: { "": { name: "specimen", version: "1.0.0" } },
  };
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(lock));
  writeFileSync(join(project, "apps", "source.ts"), "1");
  writeFileSync(
    join(project, "scripts", "build.mjs"),
    `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
     mkdirSync("dist", { recursive: true });
     appendFileSync("builds", "x");
     await new Promise((resolve) => setTimeout(resolve, 400));
     writeFileSync("dist/server.mjs", "console.log('healthy', process.pid); process.on('SIGTERM', () => { console.log('closed'); process.exit(0); }); setTimeout(() => {}, 60000);");
     writeFileSync("dist/verify.mjs", "console.log(JSON.stringify(process.argv.slice(2)));");`,
  );
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const builds = () => readFileSync(join(project, "builds"), "utf8").length;
const script = (name: string) => join(project, "scripts", name);
function prepare(options: { cwd?: string; front?: string[] } = {}) {
  const [program = "", ...args] = [...(options.front ?? []), process.execPath, script("prepare.mjs")];
  const result = spawnSync(program, args, { cwd: options.cwd ?? project, encoding: "utf8" });
  return { status: result.status, said: result.stdout + result.stderr };
}

test("does what is missing and says so, then has nothing to do and says nothing", () => {
  const first = prepare();
  expect(first.said).toMatch(/installing packages[\s\S]*building/);
  expect(first.status).toBe(0);
  expect(prepare({ cwd: "/" })).toEqual({ status: 0, said: "" });
  expect(builds()).toBe(1);
  expect(readdirSync(join(project, ".prepare"))).toEqual([]);
});

test("builds again when a source changed, and installs again when the lockfile did", () => {
  prepare();
  writeFileSync(join(project, "apps", "source.ts"), "22");
  expect(prepare().said).toBe("prepare: building\n");
  const lock = join(project, "package-lock.json");
  writeFileSync(lock, `${readFileSync(lock, "utf8")}\n`);
  expect(prepare().said).toContain("installing packages");
});

test("of two at once one waits, and the work is done once", async () => {
  prepare();
  writeFileSync(join(project, "apps", "source.ts"), "22");
  const both = await Promise.all([collect(script("prepare.mjs")), collect(script("prepare.mjs"))]);
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  expect(both.map(({ said }) => said).join("")).toContain("waiting for it");
  expect(builds()).toBe(2);
});

test("a lock left by a killed run does not keep anyone waiting", () => {
  mkdirSync(join(project, ".prepare"));
  const lock = join(project, ".prepare", "lock");
  writeFileSync(lock, JSON.stringify({ pid: process.pid, started: "another life" }));
  expect(prepare().status).toBe(0);
  rmSync(join(project, "dist"), { recursive: true });
  writeFileSync(lock, '{"pid":');
  expect(prepare().status).toBe(0);
  expect(existsSync(lock)).toBe(false);
});

test("a build that fails ends with a sentence, and is not taken for done the next time", () => {
  const good = readFileSync(script("build.mjs"), "utf8");
  writeFileSync(script("build.mjs"), "console.error('no such file'); process.exit(1);");
  const failed = prepare();
  expect(failed.status).toBe(1);
  expect(failed.said).toContain("The build failed; what it said stands above.");
  expect(failed.said).not.toContain("    at ");
  writeFileSync(script("build.mjs"), good);
  expect(prepare().said).toContain("building");
});

test("npm start runs the server in this process, and a signal reaches it", async () => {
  prepare();
  const child = spawn(process.execPath, [script("start.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    said.push(chunk.toString("utf8").trim());
  });
  await expect.poll(() => said).toEqual([`healthy ${child.pid}`]);
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("close", resolve));
  expect(said[1]).toBe("closed");
});

test("a program is run with its own arguments, spaces and all, and an unknown one is told what there is", async () => {
  prepare();
  expect((await collect(script("run.mjs"), ["verify", "a file.json", "--since", "x"])).said).toBe(
    '["a file.json","--since","x"]\n',
  );
  const unknown = await collect(script("run.mjs"), ["../secret"]);
  expect(unknown.status).toBe(1);
  expect(unknown.said).toContain('There is no program "../secret". There are: server, verify.');
});

test("an old Node is told which one to get", () => {
  const program = `import { checkNode } from ${JSON.stringify(script("prepare/node-version.mjs"))};
    for (const version of ["20.19.0", "22.0.0", "24.1.0"]) checkNode(version);
    for (const version of ["18.20.0", "20.18.9"]) try { checkNode(version); } catch (error) { console.log(error.message); }`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  expect(stdout.match(/needs Node 20\.19 or newer/g)).toHaveLength(2);
});

describe.skipIf(process.getuid?.() !== 0)("as root, with an ordinary user at hand", () => {
  const nobody = { uid: 65_534, gid: 65_534 };
  const front = ["setpriv", `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, "--clear-groups"];

  test("an ordinary user prepares a folder of its own, closed to others and without a home", () => {
    spawnSync("chown", ["-R", `${nobody.uid}:${nobody.gid}`, parent]);
    chmodSync(parent, 0o700);
    expect(prepare({ front })).toMatchObject({ status: 0 });
  });

  test("an ordinary user in someone else's folder is told what to do", () => {
    chownSync(parent, nobody.uid, nobody.gid);
    const refused = prepare({ front });
    expect(refused.status).toBe(1);
    expect(refused.said).toContain("Nothing can be written in");
  });
});

async function collect(program: string, args: string[] = []): Promise<{ status: number | null; said: string }> {
  const options: SpawnOptions = { cwd: project, stdio: ["ignore", "pipe", "pipe"] };
  const child = spawn(process.execPath, [program, ...args], options);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, said };
}
