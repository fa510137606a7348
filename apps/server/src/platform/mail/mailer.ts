/** One plain-text mail to one address. No personal data goes into `subject` or `text`: mail is read by many machines. */
export interface MailMessage {
  to: string;
  subject: string;
  /** Lines of at most 998 bytes. A link stands on a line of its own. */
  text: string;
  /** What this mail is, for the server's own log: never who it is for. */
  kind: string;
}

/** Hands a mail on, or rejects: then nothing was handed on and the job tries again. */
export interface Mailer {
  send(message: MailMessage): Promise<void>;
  /** Where mail goes, for the start-up text. Names no password. */
  describe(): string;
}
