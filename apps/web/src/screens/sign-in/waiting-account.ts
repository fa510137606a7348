/** The account that waits for its address to be confirmed. The password stays in this tab's memory and nowhere else. */
export interface WaitingAccount {
  email: string;
  /** Lets this browser ask whether the address is confirmed; not known when it came here from the sign-in. */
  confirmation: string | undefined;
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
