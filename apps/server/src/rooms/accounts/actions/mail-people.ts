import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { Context } from "../../../context.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { isMailName, type MailDetails, type MailName, writeMail } from "../accounts.mails.ts";

const Sealed = z.object({ to: z.string(), link: z.string().optional(), code: z.string().optional() });
const place = "jobs/send-mail/sealed";

/** Mails a person after this transaction has committed, at the address they sign in with. */
export async function mailPerson(ctx: Context, tx: Tx, personId: string, mail: MailName): Promise<void> {
  await ctx.ports.jobs.add(tx, "send-mail", { personId, mail });
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
  await ctx.ports.jobs.add(tx, "send-mail", { mail, sealed: sealed.toString("base64") });
}

/** Sends now. Only for jobs and the command line: never inside a transaction. */
export async function sendNow(ctx: Context, to: string, mail: MailName, details: MailDetails = {}): Promise<void> {
  const { settings, mail: mailer } = ctx.ports;
  await mailer.send({ to, kind: mail, ...writeMail(mail, settings.publicUrl, details) });
}

/** The job behind both. A person who is gone is mailed no more. */
export async function sendMail(ctx: Context, payload: JobPayload): Promise<void> {
  const { mail, personId, sealed } = payload;
  if (!isMailName(mail)) throw new Error(`There is no mail ${String(mail)}`);
  if (typeof sealed === "string") {
    const { to, link, code } = Sealed.parse(
      openJson(ctx.ports.signIn.sealingKey, place, Buffer.from(sealed, "base64")),
    );
    return sendNow(ctx, to, mail, { ...(link ? { link } : {}), ...(code ? { code } : {}) });
  }
  const user = await ctx.ports.signIn.users.byId(String(personId));
  if (user) await sendNow(ctx, user.email, mail);
}
