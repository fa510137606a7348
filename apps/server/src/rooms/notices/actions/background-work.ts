import type { JobGroup } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append } from "../../audit/index.ts";

type Group = z.output<typeof JobGroup>;

/** Background work in numbers: what, how many, since when. Never whose. */
export const readBackgroundWork = (ctx: Context): Promise<{ items: Group[] }> =>
  ctx.transaction(async (tx) => ({ items: await groups(ctx, tx) }));

/** Has what failed under one name tried again now. */
export async function retryBackgroundWork(ctx: Context, name: string): Promise<Group> {
  return ctx.transaction(async (tx) => {
    if (!(await groups(ctx, tx)).some((group) => group.name === name)) refuse("not-found");
    const retried = await ctx.ports.jobs.retry(tx, name);
    const after = (await groups(ctx, tx)).find((group) => group.name === name) ?? refuse("not-found");
    if (retried > 0) {
      await append(ctx, tx, [
        { accountId: own(ctx), act: "job-retried", object: { kind: "job", id: name }, label: { title: name } },
      ]);
    }
    return after;
  });
}

/** What gave up and waits for somebody, for the operator's check. */
export const stuckWork = (ctx: Context): Promise<Group[]> =>
  ctx.house(async (tx) => (await groups(ctx, tx)).filter(({ stuck }) => stuck > 0));

async function groups(ctx: Context, tx: Tx): Promise<Group[]> {
  return (await ctx.ports.jobs.groups(tx)).map(({ oldestAt, ...group }) => ({
    ...group,
    oldestAt: oldestAt?.toISOString() ?? null,
  }));
}
