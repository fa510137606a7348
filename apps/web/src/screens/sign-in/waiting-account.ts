/** The account that waits for its address to be confirmed. The password stays in this tab's memory and nowhere else. */
export interface WaitingAccount {
  email: string;
  confirmation: string;
  /** When a new mail may be asked for, milliseconds since 1970. */
  resendAt: number;
}

const place = "waiting-account";
let password: string | undefined;

export function keepWaiting(account: WaitingAccount, typed?: string) {
  if (typed !== undefined) password = typed;
  sessionStorage.setItem(place, JSON.stringify(account));
}

export function waitingAccount(): WaitingAccount | undefined {
  const kept = sessionStorage.getItem(place);
  return kept ? (JSON.parse(kept) as WaitingAccount) : undefined;
}

export const waitingPassword = () => password;

export function forgetWaiting() {
  password = undefined;
  sessionStorage.removeItem(place);
}
