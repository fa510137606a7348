import { pino } from "pino";
import { expect, test } from "vitest";
import { errorFacts } from "./error-facts.ts";

test("the server's log says what failed and where, and nothing of the row it failed on", () => {
  const lines: string[] = [];
  const log = pino({ serializers: { error: errorFacts } }, { write: (line: string) => void lines.push(line) });
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(anna@example.test)" });
  log.error({ error: new Error("It failed", { cause }) }, "An action failed");
  const [line = ""] = lines;
  expect(JSON.parse(line).error).toMatchObject({ type: "Error", message: "It failed", cause: { code: "23505" } });
  expect(line).toContain("error-facts.test.ts");
  expect(line).not.toContain("anna@example.test");
});
