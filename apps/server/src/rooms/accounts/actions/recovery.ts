import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { append } from "../../audit/index.ts";
import { linkTo } from "../accounts.links.ts";
import type { RecoveryRow } from "../accounts.tables.ts";
import * as recoveries from "../recoveries.store.ts";
import { asPerson } from "./as-person.ts";
import { sendNow } from "./mail-people.ts";
import { finishDueRecovery } from "./recovery-end.ts";
import { type Credentials, checkCredentials } from "./sign-in.ts";

const hourMs = 3_600_000;
export const recoveryWaitMs = 72 * hourMs;
const mailsAfterHours = [0, 24, 48] as const;

/**
 * The one way back after a lost second factor: the password, then 72 hours in which the owner is mailed three times and
 * any signed-in device can stop it. Asking again changes nothing and tells when it ends.
 */
export async function askForRecovery(ctx: Context, input: Credentials): Promise<{ readyAt: string }> {
  const user = await checkCredentials(ctx, input);
  if (!user.secondFactorOn) refuse("conflict", { detail: "The second factor is off. Sign in with the password." });
  const person = asPerson(ctx, user.id, user.kind ?? "locum");
  const now = ctx.now();
  const readyAt = new Date(now.getTime() + recoveryWaitMs);
  return person.transaction(async (tx) => {
    const made = await recoveries.insertRecovery(tx, {
      account_id: user.id,
      asked_at: now,
      ready_at: readyAt,
      mails_sent: 0,
      cancel_token_hash: hashOf(ctx, cancelToken(ctx, user.id, now)),
      recovered_at: null,
    });
    if (!made) {
      const row = (await recoveries.findRecovery(tx, user.id)) ?? refuse("conflict");
      return { readyAt: row.ready_at.toISOString() };
    }
    const askedAt = now.toISOString();
    for (const [n, hours] of mailsAfterHours.entries()) {
      const later = hours === 0 ? {} : { runAt: new Date(now.getTime() + hours * hourMs) };
      const key = `recovery-mail:${user.id}:${n}`;
      await ctx.ports.jobs.add(tx, "recovery-mail", { personId: user.id, askedAt, n }, { ...later, key });
    }
    const end = { runAt: readyAt, key: `recovery-end:${user.id}` };
    await ctx.ports.jobs.add(tx, "recovery-end", { personId: user.id }, end);
    await append(person, tx, [{ accountId: user.id, act: "second-factor-recovery-asked" }]);
    return { readyAt: readyAt.toISOString() };
  });
}

/** Stops it: by any signed-in device, or by the link of one of the three mails. */
export async function cancelRecovery(ctx: Context, input: { token?: string | undefined }): Promise<void> {
  const personId = input.token === undefined ? ctx.actor.personId : await ownerOfToken(ctx, input.token);
  if (personId === null) refuse("not-signed-in");
  const kind = (await ctx.ports.signIn.users.byId(personId))?.kind ?? "locum";
  const person = ctx.actor.personId === personId ? ctx : asPerson(ctx, personId, kind);
  await person.transaction(async (tx) => {
    const row = await recoveries.lockRecovery(tx, personId);
    if (!row) return;
    if (row.recovered_at !== null)
      refuse("link-expired", { detail: "It is too late: the second factor was taken off." });
    await recoveries.deleteRecovery(tx, personId);
    await append(person, tx, [{ accountId: personId, act: "second-factor-recovery-cancelled" }]);
  });
}

async function ownerOfToken(ctx: Context, token: string): Promise<string> {
  const row = await ctx.house((tx) => recoveries.findByCancelToken(tx, hashOf(ctx, token)));
  return row?.account_id ?? refuse("link-expired", { detail: "This was stopped before, or it has ended." });
}

/** One of the three mails. A stopped recovery, or an older one, mails nothing more. */
export async function sendRecoveryMail(ctx: Context, { personId, askedAt, n }: JobPayload): Promise<void> {
  const id = String(personId);
  const row = await ctx.house((tx) => recoveries.findRecovery(tx, id));
  if (!row || row.recovered_at !== null || row.asked_at.toISOString() !== askedAt) return;
  const user = await ctx.ports.signIn.users.byId(id);
  if (!user) return;
  const link = linkTo.cancelRecovery(ctx.ports.settings.publicUrl, cancelToken(ctx, id, row.asked_at));
  const at = new Date(row.asked_at.getTime() + (mailsAfterHours[Number(n)] ?? 0) * hourMs);
  const one = { id: `recovery-mail:${id}:${askedAt}:${n}`, at };
  await sendNow(ctx, user.email, n === 0 ? "recovery-asked" : "recovery-reminder", { link }, one);
  await ctx.house((tx) => recoveries.updateRecovery(tx, id, { mails_sent: Number(n) + 1 }));
}

/** Runs when the 72 hours are over; the next sign-in would do the same. */
export async function endRecovery(ctx: Context, { personId }: JobPayload): Promise<void> {
  await finishDueRecovery(ctx, String(personId));
}

/** Made again for each mail from the root key, so that it is kept nowhere. */
const cancelToken = (ctx: Context, personId: string, askedAt: Date): string =>
  ctx.ports.signIn.digest("recovery cancel", personId, askedAt.toISOString()).toString("hex");

const hashOf = (ctx: Context, token: string): RecoveryRow["cancel_token_hash"] =>
  ctx.ports.signIn.digest("recovery cancel token", token);
