/** One plain-text mail to one address. No personal data goes into `subject` or `text`: mail is read by many machines. */
export interface MailMessage {
  /** The same at every try of the same words, and of no other mail: where it can be held, one id is one mail. */
  id: string;
  /** What caused it happened then; the same at every try. */
  at: Date;
  to: string;
  subject: string;
  /** Lines of at most 998 bytes. A link stands on a line of its own. */
  text: string;
  /** What this mail is, for the server's own log: never who it is for. */
  kind: string;
  /** Turns off mails of this kind when posted to, without signing in (RFC 8058). */
  unsubscribe?: string | undefined;
}

/** Hands a mail on, or rejects: then nothing was handed on and the job tries again. */
export interface Mailer {
  send(message: MailMessage): Promise<void>;
  /** Where mail goes, for the start-up text. Names no password. */
  describe(): string;
}
