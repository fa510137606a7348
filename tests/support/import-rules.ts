import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";

const require = createRequire(import.meta.url);
const config: { forbidden: { name: string }[]; options: object } = require("../../.dependency-cruiser.cjs");

export const ruleNames = config.forbidden.map(({ name }) => name);

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Every import under these folders that breaks a rule. */
export async function brokenImports(baseDir: string, folders: string[]): Promise<Violation[]> {
  const { output } = await cruise(folders, {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden } as IFlattenedRuleSet,
  });
  if (typeof output === "string") throw new Error(output);
  const { summary, modules }: ICruiseResult = output;
  if (modules.length === 0) throw new Error(`Nothing was found in ${join(baseDir, folders.join(", "))}`);
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
