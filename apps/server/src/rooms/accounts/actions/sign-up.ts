import type { SignedUp, SignUp } from "@locum-passport/contract";
import { sealJson } from "@locum-passport/envelope";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { newToken } from "../../../platform/sign-in/links.ts";
import { networkOf } from "../guessing.model.ts";
import { tidyName } from "../names.model.ts";
import { passwordFault } from "../passwords.model.ts";
import { confirmationLastsMs, resendAfterSeconds } from "../sign-ups.model.ts";
import * as signUps from "../sign-ups.store.ts";
import { countCost } from "./guessing.ts";
import { emailDigest } from "./people.ts";
import { requireCurrent } from "./terms.ts";

export const signUpPlace = (id: string) => `sign_ups/${id}/sealed`;

/**
 * Keeps what was typed until the address is confirmed. Nothing else is made of it before: no user, no account, no chain
 * (see docs/decisions on sign-up). Whether the address has an account is not looked at here, but in the job that mails
 * it: so the answer and its time are the same.
 */
export async function signUp(ctx: Context, input: z.output<typeof SignUp>): Promise<z.output<typeof SignedUp>> {
  if (input.over18 !== true) refuse("terms-not-accepted");
  const [licence, privacy] = requireCurrent(ctx, input.acceptedTerms);
  if (!licence || !privacy) refuse("terms-not-accepted");
  const fault = passwordFault(input.password, input.email);
  if (fault !== undefined) refuse("bad-input", { errors: [{ field: "password", message: fault }] });
  const name = tidyName(input.name);
  if (name === "") refuse("bad-input", { errors: [{ field: "name", message: "Enter your name" }] });

  const { signIn, jobs } = ctx.ports;
  const digest = emailDigest(ctx, input.email);
  await countCost(ctx, "signUps", "sign-up", networkOf(ctx.client.address));
  await countCost(ctx, "mails", "confirmation", digest.toString("hex"));
  const passwordHash = await signIn.passwords.hash(input.password);
  const id = ctx.newId();
  const confirmation = newToken();
  const now = ctx.now();
  await ctx.house(async (tx) => {
    await signUps.insertSignUp(tx, {
      id,
      handle_hash: signIn.digest("confirmation handle", confirmation),
      email_digest: digest,
      sealed: sealJson(signIn.sealingKey, signUpPlace(id), { email: input.email, name }),
      password_hash: passwordHash,
      licence_version: licence.version,
      licence_sha256: licence.sha256,
      privacy_version: privacy.version,
      privacy_sha256: privacy.sha256,
      code_hash: null,
      token_hash: null,
      code_failures: 0,
      mail_asked_at: now,
      created_at: now,
      expires_at: new Date(now.getTime() + confirmationLastsMs),
      person_id: null,
      claimed_at: null,
      finished_at: null,
    });
    await jobs.add(tx, "send-confirmation", { signUpId: id });
  });
  return { user: { email: input.email }, confirmation, resendAfterSeconds };
}
