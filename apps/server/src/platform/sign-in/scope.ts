import { AsyncLocalStorage } from "node:async_hooks";

export interface NewSession {
  secondFactor: boolean;
  /** A password step that waits for the second factor. */
  pending: boolean;
  at: Date;
  userAgent: string;
}

export interface SessionScope {
  /**
   * Called by the library just before it writes a session of this person. Writes the log's entry and commits it; when it
   * throws there is no session.
   */
  beforeSession(personId: string): Promise<NewSession>;
  /** A password this scope has verified already, so that the library's own look at it costs nothing. */
  verified?: { hash: string; password: string };
  /** What the authenticator said of a passkey that was just used. */
  userVerified?: boolean;
  /** Called when a new passkey has been verified, before it is kept; when it throws there is no passkey. */
  beforePasskey?(): Promise<void>;
  /** What `beforeSession` or `beforePasskey` threw; the library would tell it as something else. */
  failure?: unknown;
}

const scopes = new AsyncLocalStorage<SessionScope>();

/** Runs a call of the library that may write a session. Outside such a scope the library cannot make one at all. */
export const withSessionScope = <T>(scope: SessionScope, run: () => Promise<T>): Promise<T> => scopes.run(scope, run);

export const currentScope = (): SessionScope | undefined => scopes.getStore();
