import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../prepare/places.mjs";
import { prepare } from "../prepare.mjs";

/** Runs one step of the tests and counts it. A step that cannot be prepared or started has failed, and the next one runs. */
export async function runStep({ name, run, env, needs, count }) {
  console.log(`\n== ${name}`);
  try {
    if (needs) await prepare(needs);
    return count(run === undefined || (await passes(run, env)));
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

function passes([tool, ...args], env) {
  const program = join(root, "node_modules", ".bin", tool);
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
}
