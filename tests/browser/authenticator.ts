import { Secret, TOTP } from "otpauth";

const stepMs = 30_000;

/**
 * The app on somebody's phone. A code works once, so it never shows the same one twice: it runs one step ahead if it must,
 * which the service still takes, and waits where that would be two.
 */
export class AuthenticatorApp {
  private readonly totp: TOTP;
  private lastStep = 0;

  /** From the key as the screen shows it, in groups of four. */
  constructor(key: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  }

  async code(): Promise<string> {
    const tooFar = (this.lastStep + 1) * stepMs - (Date.now() + stepMs);
    if (tooFar > 0) await new Promise((resolve) => setTimeout(resolve, tooFar));
    this.lastStep = Math.max(Math.floor(Date.now() / stepMs), this.lastStep + 1);
    return this.totp.generate({ timestamp: this.lastStep * stepMs });
  }
}
