import type { Context } from "../../context.ts";

type Errand = (ctx: Context, person: { id: string; email: string }) => Promise<void>;

const errands: Errand[] = [];

/**
 * What a room to the right does when somebody with a confirmed address has signed in, such as taking up an invitation.
 * Registered once, where the rooms are put together; it runs after the session is there.
 */
export function whenSignedIn(errand: Errand): void {
  if (!errands.includes(errand)) errands.push(errand);
}

/** A failing errand keeps nobody out: the next sign-in tries again. */
export async function runSignedInErrands(ctx: Context, person: { id: string; email: string }): Promise<void> {
  for (const errand of errands) {
    await errand(ctx, person).catch((error: unknown) =>
      ctx.ports.log.error({ error }, "An errand after sign-in failed"),
    );
  }
}
