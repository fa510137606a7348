import { useState } from "react";

/** The token of a link in a mail. It stands behind `#`, which no browser sends to a server: `#token=…`, or the token alone. */
export function tokenIn(hash: string): string | undefined {
  const text = hash.replace(/^#/, "").replace(/^token=/, "");
  return /^[\w.~-]{16,256}$/.test(text) ? text : undefined;
}

export function useLinkToken(): string | undefined {
  const [token] = useState(() => tokenIn(location.hash));
  return token;
}
