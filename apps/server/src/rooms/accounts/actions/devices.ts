import type { Device } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { deviceName } from "../../../platform/sign-in/devices.ts";
import { idleLimits } from "../../../platform/sign-in/sessions.ts";
import { append } from "../../audit/index.ts";

export async function listDevices(ctx: Context): Promise<{ items: z.output<typeof Device>[] }> {
  const limit = ctx.actor.kind === "locum" ? idleLimits.ownPapers : idleLimits.othersPapers;
  const seenSince = ctx.now().getTime() - limit;
  const sessions = await ctx.ports.signIn.sessions.list(own(ctx));
  return {
    items: sessions
      .filter((session) => session.lastSeenAt.getTime() >= seenSince)
      .map((session) => ({
        id: session.id,
        name: deviceName(session.userAgent ?? ""),
        signedInAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        thisOne: session.id === ctx.actor.sessionId,
      })),
  };
}

export async function signOutDevice(ctx: Context, sessionId: string): Promise<void> {
  const { sessions } = ctx.ports.signIn;
  const id = own(ctx);
  const session = (await sessions.list(id)).find((one) => one.id === sessionId) ?? refuse("not-found");
  const label = { device: deviceName(session.userAgent ?? "") };
  await ctx.transaction((tx) => append(ctx, tx, [{ accountId: id, act: "device-signed-out", label }]));
  await sessions.end(id, sessionId);
}

/** Signs out here. Whoever is not signed in is told the same. Resolves to the cookies to take away. */
export async function signOut(ctx: Context): Promise<string[]> {
  const { secondFactors, sessions } = ctx.ports.signIn;
  const { personId, sessionId } = ctx.actor;
  if (personId !== null && sessionId !== null) {
    await ctx.transaction((tx) => append(ctx, tx, [{ accountId: personId, act: "signed-out" }]));
    await sessions.end(personId, sessionId);
  }
  return [sessions.forget(), secondFactors.forget()];
}
