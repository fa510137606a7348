import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";

/**
 * The attack: whoever knew the password was signed in before the owner turned the second factor on, and from that session
 * adds a passkey or turns the second factor off. While it is on, ways to sign in change only where it was proved.
 */
export async function requireProvedFactor(ctx: Context): Promise<void> {
  if (ctx.actor.secondFactor || !(await ctx.ports.signIn.secondFactors.isOn(own(ctx)))) return;
  refuse("second-factor-needed", {
    detail:
      "The second factor of this account is on, and was not used on this device. Sign in again with it, then do this.",
  });
}
