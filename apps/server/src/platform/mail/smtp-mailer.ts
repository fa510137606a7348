import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";
import { composeMail } from "./message.ts";

interface SmtpMailerOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  url: string;
  from: string;
  now: () => Date;
}

/** Hands each mail to an SMTP server. Credentials go over an encrypted line only, except to this machine itself. */
export function smtpMailer({ url, from, now }: SmtpMailerOptions): Mailer {
  const address = new URL(url);
  const secure = address.protocol === "smtps:";
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  const transport = createTransport({
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: address.port === "" ? (secure ? 465 : 587) : Number(address.port),
    secure,
    requireTLS: !secure && !local,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...(local ? { tls: { rejectUnauthorized: false } } : {}),
    ...(address.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
  });
  return {
    async send(message) {
      const { envelope, bytes } = composeMail(message, from, now());
      await transport.sendMail({ envelope: { ...envelope, use8BitMime: true }, raw: bytes });
    },
    describe: () => `Mail goes out through ${address.protocol}//${address.host}`,
  };
}
