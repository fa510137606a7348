import { verify } from "./verify.ts";

const { exitCode, text } = await verify(process.argv.slice(2));
(exitCode === 2 ? process.stderr : process.stdout).write(text);
process.exitCode = exitCode;
