import { type Command, commands, UsageError } from "./commands/commands.ts";
import { openPorts } from "./compose.ts";
import { createContext, operatorActor } from "./context.ts";
import { Refusal } from "./failure.ts";
import { openOrJoinDatabase } from "./platform/postgres/database.ts";
import { ensureServiceChain, serviceAccountId } from "./rooms/audit/index.ts";
import { readSettings } from "./settings.ts";

try {
  const [command, args] = find(process.argv.slice(2));
  process.exitCode = await run(command, args);
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function find(words: string[]): [Command, string[]] {
  for (const command of commands) {
    const name = command.name.split(" ");
    if (name.every((word, n) => words[n] === word)) return [command, words.slice(name.length)];
  }
  throw new UsageError("");
}

async function run(command: Command, args: string[]): Promise<number> {
  const settings = readSettings(process.env);
  const { ports } = await openPorts(settings, {}, openOrJoinDatabase);
  try {
    const ctx = createContext({ actor: operatorActor, ports });
    await ctx.house((tx) => ensureServiceChain(ctx, tx, serviceAccountId));
    return await command.run(ctx, args);
  } finally {
    await ports.sandbox.close();
    await ports.database.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return [error.message, usage()].filter(Boolean).join("\n\n");
  if (isParseError(error)) return [error.message, usage()].join("\n\n");
  if (error instanceof Refusal) return `${error.title}. ${error.detail}`;
  return error instanceof Error ? error.message : String(error);
}

function usage(): string {
  return [
    "Commands:",
    ...commands.map((command) => `  npm run passport -- ${command.usage}\n      ${command.does}`),
  ].join("\n");
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
