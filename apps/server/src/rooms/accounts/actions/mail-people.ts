import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { Context } from "../../../context.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import type { MailMessage } from "../../../platform/mail/mailer.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { isMailName, type MailDetails, type MailName, writeMail } from "../accounts.mails.ts";

const Sealed = z.object({ to: z.string(), link: z.string().optional(), code: z.string().optional() });
const place = "jobs/send-mail/sealed";

/** Mails a person after this transaction has committed, at the address they sign in with. */
export async function mailPerson(ctx: Context, tx: Tx, personId: string, mail: MailName): Promise<void> {
  await ctx.ports.jobs.add(tx, "send-mail", { personId, mail, ...payloadOf(newMail(ctx)) });
}

/** The same to an address that need not be a person's. Address and link wait sealed: a link is a key. */
export async function mailAddress(
  ctx: Context,
  tx: Tx,
  to: string,
  mail: MailName,
  details: MailDetails = {},
): Promise<void> {
  const sealed = sealJson(ctx.ports.signIn.sealingKey, place, { to, ...details });
  await ctx.ports.jobs.add(tx, "send-mail", { mail, sealed: sealed.toString("base64"), ...payloadOf(newMail(ctx)) });
}

/** Which mail it is, over all tries of the job that sends it. One with a secret made at each try is another each time. */
type OneMail = Pick<MailMessage, "id" | "at">;
const newMail = (ctx: Context): OneMail => ({ id: ctx.newId(), at: ctx.now() });
const payloadOf = ({ id, at }: OneMail) => ({ mailId: id, at: at.toISOString() });

/** Sends now. Only for jobs and the command line: never inside a transaction. */
export async function sendNow(
  ctx: Context,
  to: string,
  mail: MailName,
  details: MailDetails = {},
  one: OneMail = newMail(ctx),
): Promise<void> {
  const { settings, mail: mailer } = ctx.ports;
  await mailer.send({ ...one, to, kind: mail, ...writeMail(mail, settings.publicUrl, details) });
}

/** The job behind both. A person who is gone is mailed no more. */
export async function sendMail(ctx: Context, payload: JobPayload): Promise<void> {
  const { mail, personId, sealed, mailId, at } = payload;
  if (!isMailName(mail)) throw new Error(`There is no mail ${String(mail)}`);
  const one = typeof mailId === "string" ? { id: mailId, at: new Date(String(at)) } : newMail(ctx);
  if (typeof sealed === "string") {
    const { to, link, code } = Sealed.parse(
      openJson(ctx.ports.signIn.sealingKey, place, Buffer.from(sealed, "base64")),
    );
    return sendNow(ctx, to, mail, { ...(link ? { link } : {}), ...(code ? { code } : {}) }, one);
  }
  const user = await ctx.ports.signIn.users.byId(String(personId));
  if (user) await sendNow(ctx, user.email, mail, {}, one);
}
