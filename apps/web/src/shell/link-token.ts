import { useEffect, useState } from "react";

/** The token of a link in a mail. It stands behind `#`, which no browser sends to a server: `#token=…`, or the token alone. */
export function tokenIn(hash: string): string | undefined {
  const text = hash.replace(/^#/, "").replace(/^token=/, "");
  return /^[\w.~-]{16,256}$/.test(text) ? text : undefined;
}

/** A link pasted over the same page changes only what stands behind `#`; a jump within the page (`#main`) takes no token away. */
export function useLinkToken(): string | undefined {
  const [token, setToken] = useState(() => tokenIn(location.hash));
  useEffect(() => {
    const look = () => setToken((before) => tokenIn(location.hash) ?? before);
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return token;
}
