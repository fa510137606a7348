import type { ReminderKind } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { emailOf } from "../../accounts/index.ts";
import { dayOfInstant, daysLater, isReminderTime, morningOf } from "../london-time.model.ts";
import { type Digest, writeDigest } from "../notices.mails.ts";
import { openTold, turnOffToken } from "../notices.seals.ts";
import { markMailed, putIntoMail, unmailed } from "../reminders.store.ts";
import { readSettings } from "../settings.store.ts";
import { lockWatch, saveWatch } from "../watch.store.ts";
import { turnOffPage, turnOffPost } from "./unsubscribe.ts";

/** Mails what was told, after commit. One job waits for each account, however often it is asked. */
export const askToMail = (ctx: Context, tx: Tx, accountId: string, runAt?: Date): Promise<void> =>
  ctx.ports.jobs.add(
    tx,
    "mail-digest",
    { accountId },
    { key: `mail-digest:${accountId}`, ...(runAt === undefined ? {} : { runAt }) },
  );

interface Mail {
  id: string;
  at: Date;
  digest: Digest;
}

/**
 * The one mail of a day. What goes into it is settled and committed before it is handed over, under the mail's own id: a
 * second try after a crash is the same mail, which a folder keeps once and a mail server is told is the same.
 */
export async function mailDigest(ctx: Context, payload: JobPayload): Promise<void> {
  const accountId = String(payload.accountId);
  const mail = await ctx.house((tx) => settle(ctx, tx, accountId));
  if (mail === undefined) return;
  const to = await emailOf(ctx, accountId);
  if (to !== "") await ctx.ports.mail.send(compose(ctx, accountId, to, mail));
  await ctx.house(async (tx) => {
    await lockWatch(tx, accountId);
    const now = ctx.now();
    const today = dayOfInstant(now);
    await markMailed(tx, accountId, mail.id, now);
    await saveWatch(tx, accountId, { mailed_on: today });
    if ((await unmailed(tx, accountId)).length > 0) await askToMail(ctx, tx, accountId, tomorrow(today));
  });
}

const tomorrow = (today: string) => morningOf(daysLater(today, 1));

/** The mail that was begun and not finished; else a new one of all that waits, unless one went out today. */
async function settle(ctx: Context, tx: Tx, accountId: string): Promise<Mail | undefined> {
  const watch = await lockWatch(tx, accountId);
  const waiting = await unmailed(tx, accountId);
  if (waiting.length === 0) return undefined;
  const begun = waiting.find(({ mail_id }) => mail_id !== null)?.mail_id;
  const now = ctx.now();
  const today = dayOfInstant(now);
  if (!isReminderTime(now)) {
    await askToMail(ctx, tx, accountId, morningOf(today));
    return undefined;
  }
  if (!begun && watch.mailed_on === today) {
    await askToMail(ctx, tx, accountId, tomorrow(today));
    return undefined;
  }
  const { wishes } = await readSettings(tx, accountId);
  const rows = begun ? waiting.filter(({ mail_id }) => mail_id === begun) : waiting.filter(({ kind }) => wishes[kind]);
  if (!begun) {
    // Turned off since it was told: nobody is mailed what they have just turned off.
    const unwanted = waiting.filter(({ kind }) => wishes[kind] === null);
    if (unwanted.length > 0) await putIntoMail(tx, accountId, marksOf(unwanted), { mailed_at: now });
    if (rows.length === 0) return undefined;
  }
  const id = begun ?? ctx.newId();
  if (!begun) await putIntoMail(tx, accountId, marksOf(rows), { mail_id: id });
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const contents = rows.map(({ mark, kind, sealed }) => ({ kind, told: openTold(key, mark, sealed) }));
  const toldOn = rows.map(({ told_on }) => told_on).reduce((one, two) => (one > two ? one : two));
  return { id, at: morningOf(toldOn), digest: digestOf(contents) };
}

const marksOf = (rows: readonly { mark: Buffer }[]) => rows.map(({ mark }) => mark);

/** Each paper once, by what was told of it last. */
function digestOf(contents: readonly { kind: ReminderKind; told: ReturnType<typeof openTold> }[]): Digest {
  const endings = new Map<string, Digest["endings"][number]>();
  const agencies = new Set<string>();
  for (const { kind, told } of contents) {
    if ("agencyId" in told) agencies.add(told.agencyId);
    else {
      const id = `${told.documentId} ${told.endsOn}`;
      if (endings.get(id)?.kind !== "after-expiry") endings.set(id, { ...told, kind });
    }
  }
  return { endings: [...endings.values()], changedAgencies: agencies.size };
}

function compose(ctx: Context, accountId: string, to: string, { id, at, digest }: Mail) {
  const { publicUrl } = ctx.ports.settings;
  const { sealingKey } = ctx.ports.signIn;
  const kinds = [
    ...new Set<ReminderKind>([
      ...digest.endings.map(({ kind }) => kind),
      ...(digest.changedAgencies > 0 ? (["agency-profile-changed"] as const) : []),
    ]),
  ];
  const tokenFor = (of: ReminderKind[]) => turnOffToken(sealingKey, { account: accountId, kinds: of });
  const turnOff = Object.fromEntries(kinds.map((kind) => [kind, turnOffPage(publicUrl, tokenFor([kind]))]));
  return {
    id,
    at,
    to,
    kind: "reminder-digest",
    ...writeDigest(digest, { home: publicUrl, turnOff }),
    unsubscribe: turnOffPost(publicUrl, tokenFor(kinds)),
  };
}
