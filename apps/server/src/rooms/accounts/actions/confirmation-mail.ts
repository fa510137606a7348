import type { ConfirmationSent, ResendConfirmation } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { newToken } from "../../../platform/sign-in/links.ts";
import { linkTo } from "../accounts.links.ts";
import type { SignUpRow } from "../accounts.tables.ts";
import { confirmationLastsMs, isOver, newCode, resendAfterSeconds, secondsUntilResend } from "../sign-ups.model.ts";
import * as signUps from "../sign-ups.store.ts";
import { countCost } from "./guessing.ts";
import { sendNow } from "./mail-people.ts";
import { emailDigest } from "./people.ts";
import { signUpPlace } from "./sign-up.ts";

const Sealed = z.object({ email: z.string(), name: z.string() });

/** What was typed at sign-up; undefined once it became an account. */
export function openSignUp(ctx: Context, row: SignUpRow): z.output<typeof Sealed> | undefined {
  if (row.sealed === null) return undefined;
  return Sealed.parse(openJson(ctx.ports.signIn.sealingKey, signUpPlace(row.id), row.sealed));
}

/**
 * Sends the mail again, at most once a minute, and to a corrected address if one is given. Codes sent before no longer
 * work from that moment: the one who read the old mailbox must not confirm the new address.
 */
export async function resendConfirmation(
  ctx: Context,
  input: z.output<typeof ResendConfirmation>,
): Promise<z.output<typeof ConfirmationSent>> {
  const { signIn, jobs } = ctx.ports;
  const handle = signIn.digest("confirmation handle", input.confirmation);
  const known = await ctx.house((tx) => signUps.findByHandle(tx, handle));
  if (!known || isOver(known, ctx.now()))
    refuse("link-expired", { detail: "This sign-up has run out. Sign up again." });
  if (known.finished_at !== null) return { resendAfterSeconds };
  const early = secondsUntilResend(known, ctx.now());
  if (early > 0) refuse("too-many-requests", { retryAfter: early });
  const digest = input.email === undefined ? known.email_digest : emailDigest(ctx, input.email);
  await countCost(ctx, "mails", "confirmation", digest.toString("hex"));

  await ctx.house(async (tx) => {
    const row = await signUps.lockByHandle(tx, handle);
    const typed = row && openSignUp(ctx, row);
    if (!row || !typed || row.claimed_at !== null) return;
    const now = ctx.now();
    const wait = secondsUntilResend(row, now); // two at once: one mail
    if (wait > 0) refuse("too-many-requests", { retryAfter: wait });
    const email = input.email ?? typed.email;
    await signUps.updateSignUp(tx, row.id, {
      email_digest: digest,
      sealed: sealJson(signIn.sealingKey, signUpPlace(row.id), { ...typed, email }),
      code_hash: null,
      token_hash: null,
      code_failures: 0,
      mail_asked_at: now,
      expires_at: new Date(now.getTime() + confirmationLastsMs),
    });
    await jobs.add(tx, "send-confirmation", { signUpId: row.id });
  });
  return { resendAfterSeconds };
}

/** The job that mails link and code, or says that the address has an account. Neither stands anywhere but in the mail. */
export async function sendConfirmation(ctx: Context, { signUpId }: JobPayload): Promise<void> {
  const { signIn, settings } = ctx.ports;
  const code = newCode();
  const token = newToken();
  const to = await ctx.house(async (tx) => {
    const row = await signUps.lockSignUp(tx, String(signUpId));
    const typed = row && openSignUp(ctx, row);
    if (!row || !typed || row.claimed_at !== null) return undefined;
    await signUps.updateSignUp(tx, row.id, {
      code_hash: signIn.digest("confirmation code", row.id, code),
      token_hash: signIn.digest("confirmation token", token),
      code_failures: 0,
    });
    return typed.email;
  });
  if (to === undefined) return;
  if (await signIn.users.byEmail(to)) return sendNow(ctx, to, "address-has-account");
  await sendNow(ctx, to, "confirm-address", { code, link: linkTo.confirm(settings.publicUrl, token) });
}
