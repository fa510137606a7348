/**
 * Where the links in mails lead: screens of the web app. The token stands behind `#`, which no browser sends to a server
 * and no proxy logs; the screen posts it, so that a program that looks into mail uses up nothing.
 */
export const linkTo = {
  confirm: (home: string, token: string) => `${home}/confirm#token=${token}`,
  newPassword: (home: string, token: string) => `${home}/reset-password#token=${token}`,
  cancelRecovery: (home: string, token: string) => `${home}/second-factor/cancel#token=${token}`,
};
