/**
 * Where the links in mails lead. Those that give power over an account are screens of the web app: the token stands behind
 * `#`, which no browser sends to a server and no proxy logs, and the screen posts it. Confirming an address gives none, so
 * that link confirms by itself, in whatever opens it.
 */
export const linkTo = {
  confirm: (home: string, token: string) => `${home}/api/auth/confirm?token=${token}`,
  newPassword: (home: string, token: string) => `${home}/reset-password#token=${token}`,
  cancelRecovery: (home: string, token: string) => `${home}/second-factor/cancel#token=${token}`,
};
