import { createHash } from "node:crypto";
import type { MailMessage } from "./mailer.ts";

export interface Envelope {
  from: string;
  to: string;
}

export interface ComposedMail {
  envelope: Envelope;
  bytes: Buffer;
}

const lineLimit = 998; // RFC 5322 section 2.1.1

/**
 * The mail as it goes over the wire: one UTF-8 text part, `8bit`, never quoted-printable, so that a link is never split
 * or rewritten. Throws a `TypeError` for a header with a line break (the attack: an address that adds headers).
 */
export function composeMail(message: MailMessage, from: string, now: Date): ComposedMail {
  for (const value of [message.to, message.subject, from, message.unsubscribe ?? ""]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(value)) throw new TypeError("A mail header may not hold control characters");
  }
  const lines = message.text.replace(/\r\n?/g, "\n").trimEnd().split("\n");
  if (lines.some((line) => Buffer.byteLength(line) > lineLimit)) throw new TypeError("A line of the mail is too long");
  const sender = addressOf(from);
  const head = [
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    `From: ${encodedHeader(from)}`,
    `To: ${message.to}`,
    `Subject: ${encodedHeader(message.subject)}`,
    // The same at every try: who receives a mail twice can tell, and many mailboxes then keep one.
    `Message-ID: <${createHash("sha256").update(message.id).digest("base64url").slice(0, 27)}.lp@${sender.split("@")[1] ?? "localhost"}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    // RFC 3834: no holiday notices in answer
    "Auto-Submitted: auto-generated",
    // RFC 8058: the mailbox's own button posts there, once, without asking more
    ...(message.unsubscribe === undefined
      ? []
      : [`List-Unsubscribe: <${message.unsubscribe}>`, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]),
  ];
  const bytes = Buffer.from(`${[...head, "", ...lines].join("\r\n")}\r\n`, "utf8");
  return { envelope: { from: sender, to: message.to }, bytes };
}

/** `name@example.org` from `Name <name@example.org>`. */
export function addressOf(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

// RFC 2047: words of at most 75 characters, split between characters, not bytes
function encodedHeader(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  words.push(word);
  return words.map((part) => `=?utf-8?B?${Buffer.from(part, "utf8").toString("base64")}?=`).join("\r\n ");
}
