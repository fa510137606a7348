import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import { serviceActor } from "../context.ts";
import { Refusal } from "../failure.ts";
import type { Ports } from "../ports.ts";

const databaseTimeoutMs = 3000;

/** 200 once database, blob store and keys are usable, else 503 naming the part. */
export function addHealth(app: FastifyInstance, ports: Ports): void {
  app.get(
    "/api/health",
    {
      schema: {
        summary: "Whether the service can work",
        tags: ["Service"],
        response: { 200: z.object({ status: z.literal("ok") }) },
      },
    },
    async () => {
      await part("database", () => within(databaseTimeoutMs, askDatabase(ports)));
      await part("blob store", () => ports.blobs.check());
      await part("keys", async () => {
        await ports.keys.deriveSecret("health");
      });
      return { status: "ok" as const };
    },
  );
}

async function part(name: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (cause) {
    throw new Refusal("unavailable", { detail: `The ${name} cannot be used now.`, retryAfter: 2, cause });
  }
}

async function askDatabase(ports: Ports): Promise<void> {
  const actor = { accountId: null, kind: serviceActor.kind, personId: null, agencyId: null } as const;
  await ports.database.transaction(actor, async (tx) => {
    await sql`select 1`.execute(tx);
  });
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
